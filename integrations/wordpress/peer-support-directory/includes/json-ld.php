<?php
/**
 * The groups as schema.org data, for search engines.
 *
 * A group is a `Service`: that type alone says where help is given and whom it is for.
 *
 * @package PeerSupportDirectory
 */

defined( 'ABSPATH' ) || exit;

/**
 * The script element with the data. It is data only: nothing in it runs.
 *
 * @param string  $title     The list's title.
 * @param array[] $groups    The groups.
 * @param array[] $types     The tree of cancer types.
 * @param array[] $audiences The audiences that the list declares.
 * @return string HTML.
 */
function psd_json_ld( $title, $groups, $types, $audiences ) {
	$elements = array();
	foreach ( $groups as $at => $group ) {
		$elements[] = array(
			'@type'    => 'ListItem',
			'position' => $at + 1,
			'item'     => psd_json_ld_group( $group, $types, $audiences ),
		);
	}
	$data = array(
		'@context'        => 'https://schema.org',
		'@type'           => 'ItemList',
		'name'            => '' === $title ? __( 'Peer support groups', 'peer-support-directory' ) : $title,
		'numberOfItems'   => count( $elements ),
		'itemListElement' => $elements,
	);
	$json = wp_json_encode( $data, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE );
	return false === $json ? '' : '<script type="application/ld+json">' . psd_json_without_shortcodes( $json ) . '</script>';
}

/**
 * One group. A book or website is a work; everything else is a service of those who run it.
 *
 * @param array   $group     The group.
 * @param array[] $types     The tree of cancer types.
 * @param array[] $audiences The audiences that the list declares.
 * @return array
 */
function psd_json_ld_group( $group, $types, $audiences ) {
	$common = array(
		'name'        => $group['name'],
		'description' => $group['summary'],
		'url'         => psd_web_page( $group['url'] ),
		'audience'    => psd_json_ld_audience( $group, $types, $audiences ),
	);
	if ( array( 'resource' ) === $group['kinds'] ) {
		return psd_given( array( '@type' => 'CreativeWork' ) + $common );
	}
	$place   = static function ( $name ) {
		return array(
			'@type' => 'Place',
			'name'  => $name,
		);
	};
	$places  = array_unique( array_filter( array_column( $group['meetings'], 'place' ) ) );
	$sign_up = psd_web_page( $group['sign_up'] );
	$channel = null === $sign_up ? null : array(
		'@type'      => 'ServiceChannel',
		'serviceUrl' => $sign_up,
	);
	return psd_given(
		array( '@type' => 'Service' ) + $common + array(
			'serviceType'      => 'Peer support',
			'provider'         => psd_given(
				array(
					'@type'     => 'Organization',
					'name'      => $group['name'],
					'url'       => psd_web_page( $group['url'] ),
					'email'     => $group['emails'],
					'telephone' => $group['phones'],
				)
			),
			'areaServed'       => array_map( $place, array_values( $places ) ),
			'availableChannel' => $channel,
		)
	);
}

/**
 * Whom a group is for.
 *
 * @param array   $group     The group.
 * @param array[] $types     The tree of cancer types.
 * @param array[] $audiences The audiences that the list declares.
 * @return array
 */
function psd_json_ld_audience( $group, $types, $audiences ) {
	$condition = static function ( $id ) use ( $types ) {
		return array(
			'@type' => 'MedicalCondition',
			'name'  => $types[ $id ]['name'],
		);
	};
	$any       = array(
		'@type' => 'MedicalCondition',
		'name'  => 'Cancer',
	);
	return psd_given(
		array(
			'@type'           => 'PeopleAudience',
			'audienceType'    => psd_audience_names( $group, $audiences ),
			'healthCondition' => psd_is_for_any_cancer( $group ) ? $any : array_map( $condition, $group['cancer_types'] ),
			'suggestedMinAge' => $group['ages'][0],
			'suggestedMaxAge' => $group['ages'][1],
		)
	);
}

/**
 * Data without what is not given.
 *
 * @param array $data The data.
 * @return array
 */
function psd_given( $data ) {
	return array_filter(
		$data,
		static function ( $value ) {
			return null !== $value && '' !== $value && array() !== $value;
		}
	);
}

/**
 * A link, if it leads to a web page.
 *
 * @param string|null $link The link.
 * @return string|null
 */
function psd_web_page( $link ) {
	return null !== $link && 0 === strpos( $link, 'http' ) ? $link : null;
}

/**
 * JSON in which no text is a shortcode. Brackets outside of texts stay: they begin lists.
 *
 * @param string $json The JSON.
 * @return string
 */
function psd_json_without_shortcodes( $json ) {
	return preg_replace_callback(
		'/"(?:[^"\\\\]|\\\\.)*"/',
		static function ( $text ) {
			return strtr(
				$text[0],
				array(
					'[' => '\u005b',
					']' => '\u005d',
				)
			);
		},
		$json
	);
}
