<?php
/**
 * What the block editor needs: the block's script, and the words to choose from.
 *
 * @package PeerSupportDirectory
 */

defined( 'ABSPATH' ) || exit;

add_action( 'enqueue_block_editor_assets', 'psd_give_editor_options' );

/**
 * Registers the script of the block, which is plain JavaScript and needs no build.
 */
function psd_register_editor_script() {
	$needs = array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n', 'wp-server-side-render' );
	wp_register_script( 'peer-support-directory-editor', plugins_url( 'block.js', PSD_FILE ), $needs, PSD_VERSION, true );
	wp_set_script_translations( 'peer-support-directory-editor', 'peer-support-directory' );
}

/**
 * Gives the block's script what authors may choose from.
 */
function psd_give_editor_options() {
	$json = wp_json_encode( psd_editor_options(), JSON_HEX_TAG | JSON_HEX_AMP );
	wp_add_inline_script( 'peer-support-directory-editor', "window.peerSupportDirectory = $json;", 'before' );
}

/**
 * The choices of each filter, by the shortcode's names: ids and their words.
 *
 * Types of cancer, audiences and groups are those of the default list. Another list may have others, so authors
 * may also type ids.
 *
 * @return array[]
 */
function psd_editor_options() {
	$file      = psd_list_file( psd_default_list() );
	$list      = '' === $file ? null : psd_read_list( $file );
	$list      = $list ? $list : (object) array( 'groups' => array() );
	$lang      = psd_language( array() );
	$groups    = psd_read_groups( $list, $lang );
	$types     = array();
	$audiences = array();
	foreach ( psd_taxonomy( $list, $groups, $lang ) as $id => $type ) {
		$types[ $id ] = $type['name'];
	}
	foreach ( psd_read_audiences( $list, $lang ) as $id => $audience ) {
		$audiences[ $id ] = null === $audience['name'] ? psd_readable( $id ) : $audience['name'];
	}
	return array(
		'filters'     => psd_filter_names(),
		'cancer-type' => $types,
		'audience'    => (object) $audiences,
		'groups'      => (object) array_column( $groups, 'name', 'id' ),
		'kind'        => array(
			'group'            => __( 'Support group', 'peer-support-directory' ),
			'one-to-one'       => __( 'One to one', 'peer-support-directory' ),
			'helpline'         => __( 'Helpline', 'peer-support-directory' ),
			'online-community' => __( 'Online community', 'peer-support-directory' ),
			'resource'         => __( 'Book or website', 'peer-support-directory' ),
		),
		'format'      => array(
			'online'    => __( 'Online', 'peer-support-directory' ),
			'in-person' => __( 'In person', 'peer-support-directory' ),
			'phone'     => __( 'By phone or message', 'peer-support-directory' ),
		),
		'day'         => array(
			'monday'    => __( 'Monday', 'peer-support-directory' ),
			'tuesday'   => __( 'Tuesday', 'peer-support-directory' ),
			'wednesday' => __( 'Wednesday', 'peer-support-directory' ),
			'thursday'  => __( 'Thursday', 'peer-support-directory' ),
			'friday'    => __( 'Friday', 'peer-support-directory' ),
			'saturday'  => __( 'Saturday', 'peer-support-directory' ),
			'sunday'    => __( 'Sunday', 'peer-support-directory' ),
		),
		'time'        => array(
			'morning'   => __( 'Morning', 'peer-support-directory' ),
			'afternoon' => __( 'Afternoon', 'peer-support-directory' ),
			'evening'   => __( 'Evening', 'peer-support-directory' ),
		),
		'soon'        => array(
			'7-days' => __( 'In the next 7 days', 'peer-support-directory' ),
		),
	);
}

/**
 * The filters by id, as visitors read them.
 *
 * @return string[]
 */
function psd_filter_names() {
	return array(
		'cancer-type' => __( 'Type of cancer', 'peer-support-directory' ),
		'audience'    => __( 'Who it is for', 'peer-support-directory' ),
		'kind'        => __( 'Kind of support', 'peer-support-directory' ),
		'format'      => __( 'How it meets', 'peer-support-directory' ),
		'place'       => __( 'Town or area', 'peer-support-directory' ),
		'day'         => __( 'Day', 'peer-support-directory' ),
		'time'        => __( 'Time of day', 'peer-support-directory' ),
		'soon'        => __( 'How soon', 'peer-support-directory' ),
		'activity'    => __( 'What people do together', 'peer-support-directory' ),
	);
}
