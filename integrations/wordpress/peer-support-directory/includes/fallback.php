<?php
/**
 * What stands inside the placeholder: the groups as plain HTML, for visitors without JavaScript.
 *
 * @package PeerSupportDirectory
 */

defined( 'ABSPATH' ) || exit;

/**
 * The fallback of a directory: its groups, where the server can read the list, else a link.
 *
 * @param string[] $attributes The directory's attributes, with its `list`.
 * @return string HTML.
 */
function psd_fallback( $attributes ) {
	$file = psd_list_file( $attributes['list'] );
	if ( '' === $file ) {
		// The list is kept elsewhere: its publisher's own page has the groups.
		$home = preg_replace( '#^(\w+://[^/]+).*#', '$1/', $attributes['list'] );
		return psd_fallback_link( $attributes, psd_is_own_host( $home ) ? null : $home );
	}
	$lang  = psd_language( $attributes );
	$today = wp_date( 'Y-m-d' );
	$seen  = array( PSD_VERSION, $file, filemtime( $file ), filesize( $file ), $attributes, $lang, $today, get_locale(), is_feed() );
	$key   = 'psd_list_' . md5( wp_json_encode( $seen ) );
	$html  = get_transient( $key );
	if ( false === $html ) {
		$html = psd_fallback_of_list( psd_read_list( $file ), $attributes, $lang, $today );
		// In the editor each change is another preview, which nobody asks for again.
		if ( ! ( defined( 'REST_REQUEST' ) && REST_REQUEST ) ) {
			set_transient( $key, $html, DAY_IN_SECONDS );
		}
	}
	return $html;
}

/**
 * The fallback of a list that was read.
 *
 * @param stdClass|null $list       The list; null where the file holds none.
 * @param string[]      $attributes The directory's attributes.
 * @param string        $lang       The language of the list's texts.
 * @param string        $today      The day, as YYYY-MM-DD.
 * @return string HTML.
 */
function psd_fallback_of_list( $list, $attributes, $lang, $today ) {
	$publisher = psd_field( $list, 'publisher' );
	$groups    = $list ? psd_read_groups( $list, $lang ) : array();
	$types     = $list ? psd_taxonomy( $list, $groups, $lang ) : array();
	$audiences = $list ? psd_read_audiences( $list, $lang ) : array();
	$groups    = psd_restrict( $groups, $attributes, $types, $audiences, $today );
	if ( ! $groups ) {
		return psd_fallback_link( $attributes, psd_link( psd_field( $publisher, 'url' ) ) );
	}
	$default = psd_text( psd_field( $list, 'title' ), $lang );
	$default = null === $default ? __( 'Peer support groups', 'peer-support-directory' ) : $default;
	$title   = isset( $attributes['label'] ) ? $attributes['label'] : $default;
	$level   = isset( $attributes['heading-level'] ) ? (int) $attributes['heading-level'] : 2;
	$html    = '' === $title ? '' : "<h$level>" . esc_html( $title ) . "</h$level>";
	$html   .= '<ul>';
	foreach ( $groups as $group ) {
		$links = psd_fallback_links( $group );
		$links = $links ? $links : psd_ask_publisher( $group, $publisher, $lang );
		$html .= '<li>' . psd_fallback_group( $group, psd_who( $group, $types, $audiences ), $links, $level + 1 ) . '</li>';
	}
	return psd_without_shortcodes( $html . '</ul>' ) . ( is_feed() ? '' : psd_json_ld( $title, $groups, $types, $audiences ) );
}

/**
 * One group: what it is, who it is for, how it meets, and its links.
 *
 * @param array    $group The group.
 * @param string   $who   Who it is for, in words.
 * @param string[] $links Its links, as HTML.
 * @param int      $level The level of its heading.
 * @return string HTML.
 */
function psd_fallback_group( $group, $who, $links, $level ) {
	$notices = array(
		'paused' => __( 'Paused: not meeting for now', 'peer-support-directory' ),
		'full'   => __( 'Full: not taking new people for now', 'peer-support-directory' ),
	);
	$lines   = array(
		$group['alert'],
		isset( $notices[ $group['status'] ] ) ? $notices[ $group['status'] ] : null,
		$group['summary'],
		/* translators: %s: people, such as "Mouth cancer. Carers". */
		sprintf( __( 'Who it is for: %s', 'peer-support-directory' ), $who ),
	);
	if ( $group['meetings'] ) {
		/* translators: %s: ways to meet, such as "Online, on Zoom". */
		$lines[] = sprintf( __( 'How it meets: %s', 'peer-support-directory' ), psd_how( $group ) );
	}
	$html = "<h$level>" . esc_html( $group['name'] ) . "</h$level>";
	foreach ( $lines as $line ) {
		$html .= null === $line ? '' : '<p>' . esc_html( $line ) . '</p>';
	}
	return $links ? $html . '<p>' . implode( '<br>', $links ) . '</p>' : $html;
}

/**
 * A group's links: join, visit, write, phone.
 *
 * @param array $group The group.
 * @return string[] HTML.
 */
function psd_fallback_links( $group ) {
	$links = array();
	if ( null !== $group['sign_up'] ) {
		/* translators: %s: the group's name. */
		$links[] = psd_fallback_anchor( $group['sign_up'], sprintf( __( 'Join %s', 'peer-support-directory' ), $group['name'] ) );
	}
	if ( null !== $group['url'] && $group['url'] !== $group['sign_up'] ) {
		/* translators: %s: the group's name. */
		$links[] = psd_fallback_anchor( $group['url'], sprintf( __( 'Visit %s', 'peer-support-directory' ), $group['name'] ) );
	}
	foreach ( $group['phones'] as $phone ) {
		$links[] = psd_fallback_anchor( 'tel:' . psd_dialled( $phone ), $phone );
	}
	foreach ( $group['emails'] as $email ) {
		$links[] = psd_fallback_anchor( 'mailto:' . $email, $email );
	}
	return array_filter( $links );
}

/**
 * A link to write to the list's publisher about a group that gives no way to reach it.
 *
 * @param array    $group     The group.
 * @param mixed    $publisher The publisher in the list.
 * @param string   $lang      The language of the list's texts.
 * @return string[] HTML.
 */
function psd_ask_publisher( $group, $publisher, $lang ) {
	$email = psd_email( psd_field( $publisher, 'email' ) );
	$name  = psd_text( psd_field( $publisher, 'name' ), $lang );
	$name  = null === $name ? __( 'the charity', 'peer-support-directory' ) : $name;
	/* translators: 1: the publisher, 2: the group's name. */
	$words = sprintf( __( 'Ask %1$s about %2$s', 'peer-support-directory' ), $name, $group['name'] );
	return null === $email ? array() : array_filter( array( psd_fallback_anchor( 'mailto:' . $email, $words ) ) );
}

/**
 * A link that tells the other site nothing of this page; empty for an address that WordPress refuses.
 *
 * @param string $url  The address.
 * @param string $text The words.
 * @return string HTML.
 */
function psd_fallback_anchor( $url, $text ) {
	$url = esc_url( $url, array( 'https', 'http', 'mailto', 'tel' ) );
	return '' === $url ? '' : '<a href="' . $url . '" rel="noopener" referrerpolicy="no-referrer">' . esc_html( $text ) . '</a>';
}

/**
 * The link that stands for the groups where the server cannot show them.
 *
 * @param string[]    $attributes The directory's attributes.
 * @param string|null $url        Where it leads if the author names no address.
 * @return string HTML; empty where there is nothing to link to.
 */
function psd_fallback_link( $attributes, $url ) {
	$text = (string) get_option( 'psd_fallback_text', '' );
	$text = '' === $text ? __( 'See our support groups', 'peer-support-directory' ) : $text;
	$text = isset( $attributes['fallback-text'] ) ? $attributes['fallback-text'] : $text;
	$url  = isset( $attributes['fallback-url'] ) ? $attributes['fallback-url'] : $url;
	$link = null === $url ? '' : psd_fallback_anchor( $url, $text );
	return '' === $link ? '' : '<p>' . psd_without_shortcodes( $link ) . '</p>';
}

/**
 * HTML in which nothing is a shortcode: WordPress looks for them in what a block gives.
 *
 * @param string $html HTML whose tags hold no brackets.
 * @return string
 */
function psd_without_shortcodes( $html ) {
	return strtr(
		$html,
		array(
			'[' => '&#91;',
			']' => '&#93;',
		)
	);
}
