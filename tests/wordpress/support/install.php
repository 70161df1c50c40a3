<?php
/**
 * Installs WordPress with an author and an editor, and the plugin from its zip, as WordPress does it.
 *
 * Wants the zip's path as its argument.
 *
 * @package PeerSupportDirectory
 */

// phpcs:ignoreFile -- a script for the command line.

define( 'WP_INSTALLING', true );
$psd_db = new mysqli( 'localhost', 'root', '', '', 0, getenv( 'PSD_SOCKET' ) );
$psd_db->query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );
$psd_db->close();

$_SERVER['HTTP_HOST'] = parse_url( getenv( 'PSD_URL' ), PHP_URL_HOST );
require 'wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install( 'A charity', 'admin', 'admin@charity.example', true, '', 'password' );
foreach ( array( 'author', 'editor' ) as $psd_role ) {
	$psd_user = wp_insert_user(
		array(
			'user_login' => $psd_role,
			'user_pass'  => 'password',
			'user_email' => "$psd_role@charity.example",
			'role'       => $psd_role,
		)
	);
	// The editor greets everybody once, over everything else.
	$psd_preferences = array( 'core/edit-post' => array( 'welcomeGuide' => false ) );
	update_user_meta( $psd_user, 'wp_persisted_preferences', $psd_preferences );
}
// Avatars come from another website.
update_option( 'show_avatars', '' );
update_option( 'permalink_structure', '/%postname%/' );

WP_Filesystem();
$psd_done = unzip_file( $argv[1], WP_PLUGIN_DIR );
if ( is_wp_error( $psd_done ) ) {
	fwrite( STDERR, $psd_done->get_error_message() );
	exit( 1 );
}
