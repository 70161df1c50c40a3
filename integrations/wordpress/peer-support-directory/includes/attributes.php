<?php
/**
 * What an author may set on a directory, by block or shortcode.
 *
 * @package PeerSupportDirectory
 */

defined( 'ABSPATH' ) || exit;

/**
 * The attributes of the directory itself, by the names that the shortcode has.
 *
 * `type` is how a value is checked; `allowed` are the ids that the format fixes.
 *
 * @return array[]
 */
function psd_directory_attributes() {
	$kinds   = array( 'group', 'one-to-one', 'helpline', 'online-community', 'resource' );
	$formats = array( 'online', 'in-person', 'phone' );
	$days    = array( 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday' );
	$filters = array( 'cancer-type', 'audience', 'kind', 'format', 'place', 'day', 'time', 'soon', 'activity' );
	return array(
		'list'             => array( 'type' => 'url' ),
		'lang'             => array( 'type' => 'lang' ),
		'label'            => array( 'type' => 'text' ),
		'heading-level'    => array(
			'type'    => 'number',
			'maximum' => 4,
		),
		'cancer-type'      => array( 'type' => 'ids' ),
		'audience'         => array( 'type' => 'ids' ),
		'kind'             => array(
			'type'    => 'ids',
			'allowed' => $kinds,
		),
		'format'           => array(
			'type'    => 'ids',
			'allowed' => $formats,
		),
		'activity'         => array( 'type' => 'ids' ),
		'day'              => array(
			'type'    => 'ids',
			'allowed' => $days,
		),
		'time'             => array(
			'type'    => 'ids',
			'allowed' => array( 'morning', 'afternoon', 'evening' ),
		),
		'soon'             => array(
			'type'    => 'ids',
			'allowed' => array( '7-days' ),
		),
		'place'            => array( 'type' => 'text' ),
		'only-cancer-type' => array( 'type' => 'ids' ),
		'only-audience'    => array( 'type' => 'ids' ),
		'only-kind'        => array(
			'type'    => 'ids',
			'allowed' => $kinds,
		),
		'only-format'      => array(
			'type'    => 'ids',
			'allowed' => $formats,
		),
		'only-place'       => array( 'type' => 'text' ),
		'only-groups'      => array( 'type' => 'ids' ),
		'filters'          => array(
			'type'    => 'ids',
			'allowed' => $filters,
		),
		'page-size'        => array(
			'type'    => 'number',
			'maximum' => 1000,
		),
		'explainer'        => array(
			'type'    => 'one',
			'allowed' => array( 'yes', 'no' ),
		),
		'follow-detail'    => array(
			'type'    => 'one',
			'allowed' => array( 'none', 'group' ),
		),
		'keep'             => array(
			'type'    => 'days',
			'maximum' => 365,
		),
		'lazy'             => array(
			'type'    => 'one',
			'allowed' => array( 'yes', 'no' ),
		),
	);
}

/**
 * The attributes of the directory, and those that this plugin adds.
 *
 * @return array[]
 */
function psd_attributes() {
	return psd_directory_attributes() + array(
		'accent'        => array( 'type' => 'colour' ),
		'align'         => array(
			'type'    => 'one',
			'allowed' => array( 'wide', 'full' ),
		),
		'fallback-text' => array( 'type' => 'text' ),
		'fallback-url'  => array( 'type' => 'url' ),
	);
}

/**
 * The name that an attribute has in the block: `headingLevel` for `heading-level`.
 *
 * @param string $name The shortcode's name.
 * @return string
 */
function psd_block_attribute( $name ) {
	return lcfirst( str_replace( '-', '', ucwords( $name, '-' ) ) );
}

/**
 * The attributes that are set and can be used. What cannot be used falls back to its default.
 *
 * @param array $given Values by the shortcode's names; null means not set.
 * @return string[]
 */
function psd_clean_attributes( $given ) {
	$clean = array();
	foreach ( psd_attributes() as $name => $rule ) {
		$value = isset( $given[ $name ] ) && is_scalar( $given[ $name ] ) ? trim( (string) $given[ $name ] ) : null;
		// An empty label hides the title. All others are not set when they are empty.
		if ( 'label' === $name && '' === $value ) {
			$clean[ $name ] = '';
		} elseif ( null !== $value ) {
			$value = psd_clean_attribute( $rule, $value );
			if ( '' !== $value ) {
				$clean[ $name ] = $value;
			}
		}
	}
	return $clean;
}

/**
 * A value as it may be used; empty where it cannot be.
 *
 * @param array  $rule  What `psd_attributes` says of the attribute.
 * @param string $value The value, trimmed.
 * @return string
 */
function psd_clean_attribute( $rule, $value ) {
	switch ( $rule['type'] ) {
		case 'url':
			return psd_clean_url( $value );
		case 'lang':
			return psd_is_lang( $value ) ? $value : '';
		case 'number':
			return psd_clean_number( $value, $rule['maximum'] );
		case 'days':
			$days = 'd' === substr( $value, -1 ) ? psd_clean_number( substr( $value, 0, -1 ), $rule['maximum'] ) : '';
			return '' === $days ? '' : $days . 'd';
		case 'one':
			return in_array( $value, $rule['allowed'], true ) ? $value : '';
		case 'colour':
			return (string) sanitize_hex_color( $value );
		case 'ids':
			$ids = psd_words( sanitize_text_field( $value ) );
			return implode( ' ', isset( $rule['allowed'] ) ? array_intersect( $ids, $rule['allowed'] ) : $ids );
		default:
			return sanitize_text_field( $value );
	}
}

/**
 * A whole number from 1 to a maximum; empty for anything else.
 *
 * @param string $value   The number.
 * @param int    $maximum The most that it may be.
 * @return string
 */
function psd_clean_number( $value, $maximum ) {
	$number = ctype_digit( $value ) ? (int) $value : 0;
	return $number >= 1 && $number <= $maximum ? (string) $number : '';
}

/**
 * A web address, https or http, or a path of this site; empty for anything else.
 *
 * @param string $value The address.
 * @return string
 */
function psd_clean_url( $value ) {
	if ( ! preg_match( '#^(https?://|/(?!/))[^\s\\\\]+$#i', $value ) ) {
		return '';
	}
	return esc_url_raw( $value, array( 'https', 'http' ) );
}
