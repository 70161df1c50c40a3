<?php
/**
 * Leaves nothing behind when the plugin is deleted.
 *
 * @package PeerSupportDirectory
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/**
 * Leaves nothing behind on the current site.
 */
function psd_uninstall() {
	delete_option( 'psd_list' );
	delete_option( 'psd_fallback_text' );

	global $wpdb;
	// The fallbacks that were kept, and when they run out. WordPress has no function that finds them.
	$wpdb->query( // phpcs:ignore WordPress.DB.DirectDatabaseQuery
		$wpdb->prepare(
			"DELETE FROM $wpdb->options WHERE option_name LIKE %s OR option_name LIKE %s",
			$wpdb->esc_like( '_transient_psd_list_' ) . '%',
			$wpdb->esc_like( '_transient_timeout_psd_list_' ) . '%'
		)
	);
}

if ( is_multisite() ) {
	$psd_sites = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $psd_sites as $psd_site ) {
		switch_to_blog( $psd_site );
		psd_uninstall();
		restore_current_blog();
	}
} else {
	psd_uninstall();
}
