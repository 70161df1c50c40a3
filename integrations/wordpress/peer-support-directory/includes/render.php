<?php
/**
 * The block and the shortcode: both give one and the same placeholder.
 *
 * @package PeerSupportDirectory
 */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'psd_register' );
add_filter( 'the_content', 'psd_enqueue_for_placeholder', 20 );
add_filter( 'script_loader_tag', 'psd_load_async', 10, 2 );

/**
 * Registers the script, the shortcode and the block.
 */
function psd_register() {
	wp_register_script( 'peer-support-directory', plugins_url( 'assets/peer-support-directory.js', PSD_FILE ), array(), PSD_VERSION, true );
	add_shortcode( 'peer-support-directory', 'psd_render_shortcode' );
	psd_register_editor_script();
	register_block_type( dirname( PSD_FILE ), array( 'render_callback' => 'psd_render_block' ) );
}

/**
 * The HTML of a shortcode.
 *
 * @param array|string $given What stands in the shortcode.
 * @return string HTML.
 */
function psd_render_shortcode( $given ) {
	$names      = array_fill_keys( array_keys( psd_attributes() ), null );
	$attributes = psd_clean_attributes( shortcode_atts( $names, $given, 'peer-support-directory' ) );
	$wrapper    = isset( $attributes['align'] ) ? 'class="' . esc_attr( 'align' . $attributes['align'] ) . '"' : '';
	if ( isset( $attributes['accent'] ) ) {
		$wrapper .= ' style="' . esc_attr( psd_style( $attributes ) ) . '"';
	}
	return psd_placeholder( $attributes, $wrapper );
}

/**
 * The HTML of a block.
 *
 * @param array $given The block's attributes.
 * @return string HTML.
 */
function psd_render_block( $given ) {
	$values = array();
	foreach ( array_keys( psd_attributes() ) as $name ) {
		$key             = psd_block_attribute( $name );
		$values[ $name ] = isset( $given[ $key ] ) ? $given[ $key ] : null;
	}
	$attributes = psd_clean_attributes( $values );
	$style      = isset( $attributes['accent'] ) ? array( 'style' => psd_style( $attributes ) ) : array();
	return psd_placeholder( $attributes, get_block_wrapper_attributes( $style ) );
}

/**
 * The style that sets the accent.
 *
 * @param string[] $attributes The directory's attributes; the accent is a hexadecimal colour.
 * @return string CSS.
 */
function psd_style( $attributes ) {
	return '--psd-accent:' . $attributes['accent'];
}

/**
 * The placeholder that the script turns into a directory.
 *
 * @param string[] $attributes Clean attributes.
 * @param string   $wrapper    Escaped attributes of the element: class and style.
 * @return string HTML.
 */
function psd_placeholder( $attributes, $wrapper ) {
	wp_enqueue_script( 'peer-support-directory' );
	$attributes += array( 'list' => psd_default_list() );
	// Said outright, because an optimiser may merge the script into a file that lies elsewhere.
	$data = array( 'asset-base' => psd_asset_url() ) + array_intersect_key( $attributes, psd_directory_attributes() );
	$tag  = '<div ' . ltrim( $wrapper . ' data-peer-support-directory' );
	foreach ( $data as $name => $value ) {
		$escaped = in_array( $name, array( 'asset-base', 'list' ), true ) ? esc_url( $value ) : esc_attr( $value );
		$tag    .= ' data-' . $name . '="' . $escaped . '"';
	}
	return psd_without_shortcodes( $tag . '>' ) . psd_fallback( $attributes ) . '</div>';
}

/**
 * The language of a list's texts: the directory's or the site's, where the directory speaks it, else English.
 *
 * @param string[] $attributes The directory's attributes.
 * @return string
 */
function psd_language( $attributes ) {
	$lang = psd_base_lang( isset( $attributes['lang'] ) ? $attributes['lang'] : get_bloginfo( 'language' ) );
	return psd_is_lang( $lang ) && glob( PSD_ASSETS . "peer-support-directory-$lang-*.json" ) ? $lang : 'en';
}

/**
 * Loads the script where an author has written the placeholder out.
 *
 * @param string $content A post's HTML.
 * @return string The same.
 */
function psd_enqueue_for_placeholder( $content ) {
	if ( false !== strpos( $content, 'data-peer-support-directory' ) ) {
		wp_enqueue_script( 'peer-support-directory' );
	}
	return $content;
}

/**
 * Has the page not wait for the script.
 *
 * @param string $tag    The script's HTML.
 * @param string $handle The script's name.
 * @return string
 */
function psd_load_async( $tag, $handle ) {
	return 'peer-support-directory' === $handle ? str_replace( ' src=', ' async src=', $tag ) : $tag;
}
