<?php
/**
 * What the fallback says of a group, in words.
 *
 * @package PeerSupportDirectory
 */

defined( 'ABSPATH' ) || exit;

/**
 * Who a group is for, in words: types of cancer, audiences, ages.
 *
 * @param array   $group     The group.
 * @param array[] $types     The tree of cancer types.
 * @param array[] $audiences The audiences that the list declares.
 * @return string
 */
function psd_who( $group, $types, $audiences ) {
	return implode( '. ', array_filter( array( psd_type_names( $group, $types ), psd_audience_names( $group, $audiences ), psd_ages( $group, $audiences ) ) ) );
}

/**
 * The names of a group's types of cancer.
 *
 * @param array   $group The group.
 * @param array[] $types The tree of cancer types.
 * @return string
 */
function psd_type_names( $group, $types ) {
	if ( psd_is_for_any_cancer( $group ) ) {
		return __( 'Any cancer', 'peer-support-directory' );
	}
	$name = static function ( $id ) use ( $types ) {
		return $types[ $id ]['name'];
	};
	return psd_sentence_list( array_map( $name, $group['cancer_types'] ) );
}

/**
 * The names of a group's audiences; empty where it is for everybody.
 *
 * @param array   $group     The group.
 * @param array[] $audiences The audiences that the list declares.
 * @return string
 */
function psd_audience_names( $group, $audiences ) {
	$name = static function ( $id ) use ( $audiences ) {
		return isset( $audiences[ $id ]['name'] ) ? $audiences[ $id ]['name'] : psd_readable( $id );
	};
	return psd_sentence_list( array_map( $name, $group['audiences'] ) );
}

/**
 * A group's ages in words; empty where it gives none, or where one of its audiences says them.
 *
 * @param array   $group     The group.
 * @param array[] $audiences The audiences that the list declares.
 * @return string
 */
function psd_ages( $group, $audiences ) {
	foreach ( $group['audiences'] as $id ) {
		if ( isset( $audiences[ $id ] ) && $audiences[ $id ]['ages'] === $group['ages'] ) {
			return '';
		}
	}
	list( $youngest, $oldest ) = $group['ages'];
	if ( null !== $youngest && null !== $oldest ) {
		/* translators: 1: youngest age, 2: oldest age. */
		return sprintf( __( 'Aged %1$d to %2$d', 'peer-support-directory' ), $youngest, $oldest );
	}
	if ( null !== $youngest ) {
		/* translators: %d: youngest age. */
		return sprintf( __( 'Aged %d and over', 'peer-support-directory' ), $youngest );
	}
	/* translators: %d: oldest age. */
	return null === $oldest ? '' : sprintf( __( 'Aged up to %d', 'peer-support-directory' ), $oldest );
}

/**
 * How and where a group meets, in words. Meetings that differ only in place are one.
 *
 * @param array $group The group.
 * @return string
 */
function psd_how( $group ) {
	$places = array();
	$first  = array();
	foreach ( $group['meetings'] as $meeting ) {
		$key              = $meeting['way'] . ' ' . $meeting['platform'];
		$first[ $key ]    = isset( $first[ $key ] ) ? $first[ $key ] : $meeting;
		$places[ $key ][] = $meeting['place'];
	}
	$ways = array();
	foreach ( $first as $key => $meeting ) {
		$ways[] = psd_way( $meeting['way'], $meeting['platform'], psd_sentence_list( array_unique( array_filter( $places[ $key ] ) ) ) );
	}
	return implode( '. ', array_filter( $ways ) );
}

/**
 * One way to meet, in words.
 *
 * @param string|null $way      How people attend.
 * @param string|null $platform What an online meeting uses.
 * @param string      $places   The towns, or nothing.
 * @return string
 */
function psd_way( $way, $platform, $places ) {
	switch ( $way ) {
		case 'online':
			/* translators: %s: a platform, such as "Zoom". */
			return null === $platform ? __( 'Online', 'peer-support-directory' ) : sprintf( __( 'Online, on %s', 'peer-support-directory' ), $platform );
		case 'in-person':
			/* translators: %s: towns. */
			return '' === $places ? __( 'In person', 'peer-support-directory' ) : sprintf( __( 'In person in %s', 'peer-support-directory' ), $places );
		case 'online-and-in-person':
			/* translators: %s: towns. */
			return '' === $places ? __( 'Online and in person', 'peer-support-directory' ) : sprintf( __( 'Online, and in person in %s', 'peer-support-directory' ), $places );
		case 'phone':
			return __( 'By phone or message', 'peer-support-directory' );
		default:
			return $places;
	}
}

/**
 * Words as in a sentence: "Oxford, Southampton and Swindon".
 *
 * @param string[] $words The words.
 * @return string
 */
function psd_sentence_list( $words ) {
	$last = array_pop( $words );
	/* translators: 1: all words but the last, with commas, 2: the last. */
	return $words ? sprintf( __( '%1$s and %2$s', 'peer-support-directory' ), implode( ', ', $words ), $last ) : (string) $last;
}
