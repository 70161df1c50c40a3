<?php
/**
 * The tree of cancer types: the built-in vocabulary, and what a list adds to it.
 *
 * @package PeerSupportDirectory
 */

defined( 'ABSPATH' ) || exit;

// How many types, itself included, are followed from a type up the tree.
const PSD_TYPE_STEPS = 16;

/**
 * The types of the built-in vocabulary, the types that a list declares, and those its groups only use.
 *
 * @param stdClass $list   The list.
 * @param array[]  $groups Its groups.
 * @param string   $lang   The language of the names.
 * @return array[] By id: the `name`, and the id of the `broader` type or null.
 */
function psd_taxonomy( $list, $groups, $lang ) {
	$built_in = json_decode( (string) file_get_contents( PSD_ASSETS . 'cancer-types.json' ), true );
	$types    = array();
	foreach ( $built_in as $id => $type ) {
		$types[ $id ] = array(
			'name'    => $type['name'],
			'broader' => null,
		);
	}
	$add      = static function ( $id ) use ( &$types ) {
		$types += array(
			$id => array(
				'name'    => psd_readable( $id ),
				'broader' => null,
			),
		);
	};
	$declared = array();
	foreach ( psd_each( $list, 'cancer_types' ) as $record ) {
		$id = psd_id( psd_field( $record, 'id' ) );
		if ( null === $id || array_key_exists( $id, $declared ) ) {
			continue;
		}
		$declared[ $id ] = psd_id( psd_field( $record, 'broader' ) );
		$name            = psd_text( psd_field( $record, 'name' ), $lang );
		$add( $id );
		$types[ $id ]['name'] = null === $name ? $types[ $id ]['name'] : $name;
	}
	foreach ( $groups as $group ) {
		array_map( $add, $group['cancer_types'] );
	}
	// The list comes first: where it and the vocabulary contradict each other, the vocabulary gives way.
	foreach ( $declared as $id => $broader ) {
		if ( null !== $broader ) {
			$add( $broader );
			$types = psd_put_under( $types, $id, $broader );
		}
	}
	foreach ( $built_in as $id => $type ) {
		if ( null === $types[ $id ]['broader'] && null !== $type['broader'] ) {
			$types = psd_put_under( $types, $id, $type['broader'] );
		}
	}
	return $types;
}

/**
 * Puts a type under a broader one, unless that one is already somewhere under it.
 *
 * @param array[] $types   The types.
 * @param string  $id      The type.
 * @param string  $broader The broader one.
 * @return array[]
 */
function psd_put_under( $types, $id, $broader ) {
	if ( 'any' !== $id && 'any' !== $broader && ! in_array( (string) $id, psd_chain( $types, $broader ), true ) ) {
		$types[ $id ]['broader'] = $broader;
	}
	return $types;
}

/**
 * A type and its broader ones, from the nearest.
 *
 * @param array[]     $types The types.
 * @param string|null $id    The type.
 * @return string[]
 */
function psd_chain( $types, $id ) {
	$chain = array();
	while ( null !== $id && isset( $types[ $id ] ) && count( $chain ) < PSD_TYPE_STEPS ) {
		$chain[] = (string) $id;
		$id      = $types[ $id ]['broader'];
	}
	return $chain;
}

/**
 * Whether two types have to do with each other: the same, or one broader than the other.
 *
 * @param array[] $types The types.
 * @param string  $one   The one.
 * @param string  $other The other.
 * @return bool
 */
function psd_is_related( $types, $one, $other ) {
	return in_array( $one, psd_chain( $types, $other ), true ) || in_array( $other, psd_chain( $types, $one ), true );
}

/**
 * An id made readable: "guest-speakers" as "Guest speakers".
 *
 * @param string $id The id.
 * @return string
 */
function psd_readable( $id ) {
	return ucfirst( strtr( $id, '-_', '  ' ) );
}
