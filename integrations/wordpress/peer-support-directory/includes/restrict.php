<?php
/**
 * Which groups may be shown. The directory in the browser never shows one that is left out here for good.
 *
 * @package PeerSupportDirectory
 */

defined( 'ABSPATH' ) || exit;

/**
 * The groups that a directory's restrictions leave.
 *
 * An id that the list does not have restricts nothing, as in the browser.
 *
 * @param array[]  $groups     The groups of the list.
 * @param string[] $attributes The directory's attributes.
 * @param array[]  $types      The tree of cancer types.
 * @param array[]  $audiences  The audiences that the list declares.
 * @param string   $today      The day, as YYYY-MM-DD.
 * @return array[]
 */
function psd_restrict( $groups, $attributes, $types, $audiences, $today ) {
	$all   = psd_keep( $groups, array(), $types, $audiences, $today );
	$known = array(
		'only-groups'      => array_column( $groups, 'id' ),
		'only-cancer-type' => array_map( 'strval', array_keys( $types ) ),
		'only-audience'    => array_merge( array_map( 'strval', array_keys( $audiences ) ), ...array_column( $all, 'audiences' ) ),
	);
	foreach ( $known as $name => $ids ) {
		if ( isset( $attributes[ $name ] ) ) {
			$attributes[ $name ] = implode( ' ', array_intersect( psd_words( $attributes[ $name ] ), $ids ) );
		}
	}
	if ( isset( $attributes['only-place'] ) ) {
		$place = array( 'only-place' => $attributes['only-place'] );
		if ( ! psd_keep( $groups, $place, $types, $audiences, $today ) ) {
			unset( $attributes['only-place'] );
		}
	}
	return psd_keep( $groups, array_filter( $attributes, 'strlen' ), $types, $audiences, $today );
}

/**
 * The groups that fit every restriction.
 *
 * @param array[]  $groups     The groups of the list.
 * @param string[] $attributes The directory's attributes.
 * @param array[]  $types      The tree of cancer types.
 * @param array[]  $audiences  The audiences that the list declares.
 * @param string   $today      The day, as YYYY-MM-DD.
 * @return array[]
 */
function psd_keep( $groups, $attributes, $types, $audiences, $today ) {
	$only  = static function ( $name ) use ( $attributes ) {
		return isset( $attributes[ $name ] ) ? psd_words( $attributes[ $name ] ) : null;
	};
	$keeps = static function ( $group ) use ( $only, $attributes, $types, $audiences, $today ) {
		$wanted_types     = $only( 'only-cancer-type' );
		$wanted_audiences = $only( 'only-audience' );
		$wanted_kinds     = $only( 'only-kind' );
		$wanted_groups    = $only( 'only-groups' );
		$place            = isset( $attributes['only-place'] ) ? $attributes['only-place'] : null;
		return 'closed' !== $group['status']
			&& ( null === $group['valid_to'] || $group['valid_to'] >= $today )
			&& ( null === $wanted_groups || in_array( $group['id'], $wanted_groups, true ) )
			&& ( null === $wanted_types || psd_is_for_type( $group, $wanted_types, $types ) )
			&& ( null === $wanted_audiences || psd_is_for_audience( $group, $wanted_audiences, $audiences ) )
			&& ( null === $wanted_kinds || array_intersect( $group['kinds'], $wanted_kinds ) )
			&& psd_meets( $group, $only( 'only-format' ), $place );
	};
	return array_values( array_filter( $groups, $keeps ) );
}

/**
 * Whether a group is for any cancer.
 *
 * @param array $group The group.
 * @return bool
 */
function psd_is_for_any_cancer( $group ) {
	return ! $group['cancer_types'] || in_array( 'any', $group['cancer_types'], true );
}

/**
 * Whether a group is for one of some types of cancer, or for a broader or narrower one.
 *
 * @param array    $group  The group.
 * @param string[] $wanted The types.
 * @param array[]  $types  The tree of types.
 * @return bool
 */
function psd_is_for_type( $group, $wanted, $types ) {
	if ( in_array( 'any', $wanted, true ) ) {
		return true;
	}
	$known = array_filter(
		$wanted,
		static function ( $id ) use ( $types ) {
			return isset( $types[ $id ] );
		}
	);
	if ( $known && psd_is_for_any_cancer( $group ) ) {
		return true;
	}
	foreach ( $known as $id ) {
		foreach ( $group['cancer_types'] as $own ) {
			if ( psd_is_related( $types, $id, $own ) ) {
				return true;
			}
		}
	}
	return false;
}

/**
 * Whether a group is for one of some audiences: it names it, or its ages overlap.
 *
 * @param array    $group     The group.
 * @param string[] $wanted    The audiences.
 * @param array[]  $audiences The audiences that the list declares.
 * @return bool
 */
function psd_is_for_audience( $group, $wanted, $audiences ) {
	list( $youngest, $oldest ) = $group['ages'];
	foreach ( $wanted as $id ) {
		if ( in_array( $id, $group['audiences'], true ) ) {
			return true;
		}
		$ages = isset( $audiences[ $id ] ) ? $audiences[ $id ]['ages'] : array( null, null );
		if ( null !== $youngest && null !== $oldest && array( null, null ) !== $ages ) {
			$is_old_enough   = null === $ages[0] || $oldest >= $ages[0];
			$is_young_enough = null === $ages[1] || $youngest <= $ages[1];
			if ( $is_old_enough && $is_young_enough ) {
				return true;
			}
		}
	}
	return false;
}

/**
 * Whether a group meets in one of some ways at a place. Both are asked of one meeting together.
 *
 * @param array         $group   The group.
 * @param string[]|null $formats The ways; null for every one.
 * @param string|null   $place   The town or area; null for every one.
 * @return bool
 */
function psd_meets( $group, $formats, $place ) {
	if ( null === $formats && null === $place ) {
		return true;
	}
	foreach ( psd_ways( $group ) as list( $ways, $town ) ) {
		$is_way   = null === $formats || array_intersect( $ways, $formats );
		$is_there = null === $place || ( null !== $town && psd_place_key( $town ) === psd_place_key( $place ) );
		if ( $is_way && $is_there ) {
			return true;
		}
	}
	return false;
}

/**
 * The ways in which a group can be met, each with its place. A helpline is as good as a meeting by phone, an
 * online community as one online.
 *
 * @param array $group The group.
 * @return array[]
 */
function psd_ways( $group ) {
	$ways = array();
	foreach ( $group['meetings'] as $meeting ) {
		$both   = 'online-and-in-person' === $meeting['way'];
		$ways[] = array( $both ? array( 'online', 'in-person' ) : array( $meeting['way'] ), $meeting['place'] );
	}
	if ( in_array( 'helpline', $group['kinds'], true ) ) {
		$ways[] = array( array( 'phone' ), null );
	}
	if ( in_array( 'online-community', $group['kinds'], true ) ) {
		$ways[] = array( array( 'online' ), null );
	}
	return $ways;
}

/**
 * What two ways of writing a place have in common: neither case nor accents, and a space for a hyphen.
 *
 * @param string $place The place.
 * @return string
 */
function psd_place_key( $place ) {
	return implode( ' ', psd_words( str_replace( '-', ' ', strtolower( remove_accents( $place ) ) ) ) );
}
