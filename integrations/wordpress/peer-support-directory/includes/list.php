<?php
/**
 * Where a list lies, and the records in it.
 *
 * Only files of this site are read: the server never asks another one for a list.
 *
 * @package PeerSupportDirectory
 */

defined( 'ABSPATH' ) || exit;

// The most that the server reads, in bytes. PHP needs 17 times as much memory, and many sites have 128 MB of it. The
// browser takes lists of up to 5 MB.
const PSD_LIST_LIMIT = 2000000;

/**
 * The address of a file that comes with the plugin.
 *
 * Without the host where that is this site's, so that it is right under each of the site's names.
 *
 * @param string $file The file, or nothing for the folder.
 * @return string
 */
function psd_asset_url( $file = '' ) {
	$url = plugins_url( 'assets/' . $file, PSD_FILE );
	return psd_is_own_host( $url ) ? wp_make_link_relative( $url ) : $url;
}

/**
 * The address of the list that a directory shows where its author names none.
 *
 * @return string
 */
function psd_default_list() {
	$url = psd_clean_url( (string) get_option( 'psd_list', '' ) );
	return '' === $url ? psd_asset_url( 'groups.json' ) : $url;
}

/**
 * Whether an address is of this site.
 *
 * @param string $url The address; a path without a host is of this site.
 * @return bool
 */
function psd_is_own_host( $url ) {
	$authority = static function ( $url ) {
		return wp_parse_url( $url, PHP_URL_HOST ) . ':' . wp_parse_url( $url, PHP_URL_PORT );
	};
	return ! wp_parse_url( $url, PHP_URL_HOST ) || $authority( $url ) === $authority( home_url() );
}

/**
 * The file behind a list's address: in the uploads or in this plugin. Empty for every other address.
 *
 * @param string $url The address.
 * @return string
 */
function psd_list_file( $url ) {
	if ( ! psd_is_own_host( $url ) ) {
		return '';
	}
	$path    = rawurldecode( (string) wp_parse_url( $url, PHP_URL_PATH ) );
	$uploads = wp_get_upload_dir();
	$folders = array(
		plugins_url( 'assets', PSD_FILE ) => PSD_ASSETS,
		$uploads['baseurl']               => $uploads['basedir'],
	);
	foreach ( $folders as $folder_url => $folder ) {
		$start = wp_parse_url( $folder_url, PHP_URL_PATH ) . '/';
		if ( 0 === strpos( $path, $start ) ) {
			return psd_file_inside( $folder, substr( $path, strlen( $start ) ) );
		}
	}
	return '';
}

/**
 * The real path of a JSON file, if it lies inside a folder, wherever `..` and links lead.
 *
 * @param string $folder The folder.
 * @param string $name   The file's path in the folder.
 * @return string
 */
function psd_file_inside( $folder, $name ) {
	if ( false !== strpos( $name, "\0" ) || '.json' !== strtolower( substr( $name, -5 ) ) ) {
		return '';
	}
	$folder    = realpath( $folder );
	$file      = realpath( $folder . '/' . $name );
	$is_inside = $folder && $file && 0 === strpos( $file, $folder . DIRECTORY_SEPARATOR );
	return $is_inside && is_file( $file ) && filesize( $file ) <= PSD_LIST_LIMIT ? $file : '';
}

/**
 * The list in a file; null where it is none.
 *
 * @param string $file The file.
 * @return stdClass|null
 */
function psd_read_list( $file ) {
	$json = (string) file_get_contents( $file );
	$json = 0 === strpos( $json, "\xEF\xBB\xBF" ) ? substr( $json, 3 ) : $json;
	$list = json_decode( $json, false, 64 );
	return $list instanceof stdClass && isset( $list->groups ) && is_array( $list->groups ) ? $list : null;
}

/**
 * The groups of a list, each with what the fallback says of it. One that cannot be read is left out.
 *
 * @param stdClass $list The list.
 * @param string   $lang The language of the texts.
 * @return array[]
 */
function psd_read_groups( $list, $lang ) {
	$groups = array();
	foreach ( $list->groups as $record ) {
		$id   = psd_id( psd_field( $record, 'id' ) );
		$name = psd_text( psd_field( $record, 'name' ), $lang );
		if ( null !== $id && null !== $name && ! isset( $groups[ "id $id" ] ) ) {
			$groups[ "id $id" ] = array(
				'id'   => $id,
				'name' => $name,
			) + psd_read_group( $record, $lang );
		}
	}
	return array_values( $groups );
}

/**
 * All of a group but its id and name.
 *
 * @param stdClass $record The group in the list.
 * @param string   $lang   The language of the texts.
 * @return array
 */
function psd_read_group( $record, $lang ) {
	$text  = static function ( $name ) use ( $record, $lang ) {
		return psd_text( psd_field( $record, $name ), $lang );
	};
	$kind  = static function ( $value ) {
		return psd_named( $value, psd_directory_attributes()['kind']['allowed'] );
	};
	$phone = static function ( $value ) {
		return psd_phone( psd_field( $value, 'number' ) );
	};
	$meets = static function ( $value ) use ( $lang ) {
		return psd_read_meeting( $value, $lang );
	};
	$kinds = psd_read_each( $record, 'kinds', $kind );
	return array(
		'kinds'        => $kinds ? $kinds : array( 'group' ),
		'summary'      => $text( 'summary' ),
		'alert'        => $text( 'alert' ),
		'status'       => psd_named( psd_field( $record, 'status' ), array( 'active', 'paused', 'full', 'closed' ) ),
		'valid_to'     => psd_date( psd_field( $record, 'valid_to' ) ),
		'cancer_types' => psd_read_each( $record, 'cancer_types', 'psd_id' ),
		'audiences'    => psd_read_each( $record, 'audiences', 'psd_id' ),
		'ages'         => psd_read_ages( $record ),
		'sign_up'      => psd_link( psd_field( psd_field( $record, 'sign_up' ), 'url' ) ),
		'url'          => psd_link( psd_field( $record, 'url' ) ),
		'emails'       => psd_read_each( $record, 'emails', 'psd_email' ),
		'phones'       => psd_read_each( $record, 'phones', $phone ),
		'meetings'     => psd_read_each( $record, 'meetings', $meets ),
	);
}

/**
 * How and where a meeting is held.
 *
 * @param mixed  $record The meeting in the list.
 * @param string $lang   The language of the texts.
 * @return array|null
 */
function psd_read_meeting( $record, $lang ) {
	if ( ! $record instanceof stdClass ) {
		return null;
	}
	$ways  = array( 'online', 'in-person', 'online-and-in-person', 'phone' );
	$venue = psd_field( $record, 'venue' );
	$town  = psd_text( psd_field( $venue, 'town' ), $lang );
	return array(
		'way'      => psd_named( psd_field( $record, 'attending_type' ), $ways ),
		'platform' => psd_text( psd_field( $record, 'platform' ), $lang ),
		'place'    => null === $town ? psd_text( psd_field( $venue, 'region' ), $lang ) : $town,
	);
}

/**
 * The youngest and the oldest age, each null where it is not given; both where they contradict each other.
 *
 * @param mixed $record A group or an audience.
 * @return array
 */
function psd_read_ages( $record ) {
	$ages     = array( psd_age( psd_field( $record, 'minimum_age' ) ), psd_age( psd_field( $record, 'maximum_age' ) ) );
	$is_wrong = ! in_array( null, $ages, true ) && $ages[0] > $ages[1];
	return $is_wrong ? array( null, null ) : $ages;
}

/**
 * The audiences that a list declares, by id: their names and ages.
 *
 * @param stdClass $list The list.
 * @param string   $lang The language of the names.
 * @return array[]
 */
function psd_read_audiences( $list, $lang ) {
	$audiences = array();
	foreach ( psd_each( $list, 'audiences' ) as $record ) {
		$id = psd_id( psd_field( $record, 'id' ) );
		if ( null !== $id && ! isset( $audiences[ $id ] ) ) {
			$audiences[ $id ] = array(
				'name' => psd_text( psd_field( $record, 'name' ), $lang ),
				'ages' => psd_read_ages( $record ),
			);
		}
	}
	return $audiences;
}
