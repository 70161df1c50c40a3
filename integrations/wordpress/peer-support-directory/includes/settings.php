<?php
/**
 * The settings page: which list directories show where their author names none.
 *
 * @package PeerSupportDirectory
 */

defined( 'ABSPATH' ) || exit;

add_action( 'admin_menu', 'psd_add_settings_page' );
add_action( 'admin_init', 'psd_register_settings' );
add_filter( 'upload_mimes', 'psd_allow_lists', 10, 2 );
add_filter( 'wp_check_filetype_and_ext', 'psd_check_list', 10, 4 );

/**
 * Adds the page under Settings. WordPress shows it to nobody who may not manage options.
 */
function psd_add_settings_page() {
	$title = __( 'Peer support directory', 'peer-support-directory' );
	add_options_page( $title, $title, 'manage_options', 'peer-support-directory', 'psd_show_settings' );
}

/**
 * Registers the settings. WordPress checks the nonce and the capability when they are saved.
 */
function psd_register_settings() {
	$settings = array(
		'psd_list'          => array( 'psd_clean_list_setting', __( 'Address of the list', 'peer-support-directory' ), 'psd_show_list_setting' ),
		'psd_fallback_text' => array( 'sanitize_text_field', __( 'Words of the link', 'peer-support-directory' ), 'psd_show_text_setting' ),
	);
	add_settings_section( 'psd_lists', '', '__return_null', 'peer-support-directory' );
	foreach ( $settings as $name => list( $clean, $label, $show ) ) {
		register_setting(
			'peer-support-directory',
			$name,
			array(
				'type'              => 'string',
				'default'           => '',
				'sanitize_callback' => $clean,
			)
		);
		add_settings_field( $name, $label, $show, 'peer-support-directory', 'psd_lists', array( 'label_for' => $name ) );
	}
}

/**
 * An address that can be used, or nothing and a message that says why.
 *
 * @param mixed $value What was typed.
 * @return string
 */
function psd_clean_list_setting( $value ) {
	$value = is_string( $value ) ? trim( $value ) : '';
	$url   = '' === $value ? '' : psd_clean_url( $value );
	if ( '' !== $value && '' === $url ) {
		add_settings_error( 'psd_list', 'psd_list', __( 'The address of the list must begin with https://, http:// or /.', 'peer-support-directory' ) );
	}
	return $url;
}

/**
 * Shows the page.
 */
function psd_show_settings() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	?>
	<div class="wrap">
		<h1><?php echo esc_html( get_admin_page_title() ); ?></h1>
		<form action="options.php" method="post">
			<?php
			settings_fields( 'peer-support-directory' );
			do_settings_sections( 'peer-support-directory' );
			submit_button();
			?>
		</form>
	</div>
	<?php
}

/**
 * Shows the field of the list's address.
 */
function psd_show_list_setting() {
	?>
	<input type="text" class="large-text code" id="psd_list" name="psd_list" value="<?php echo esc_attr( get_option( 'psd_list' ) ); ?>" aria-describedby="psd_list_help">
	<p class="description" id="psd_list_help">
		<?php esc_html_e( 'Upload the list as a .json file under Media and paste its address here. Leave it empty for the list that comes with the plugin.', 'peer-support-directory' ); ?>
	</p>
	<?php
}

/**
 * Shows the field of the link's words.
 */
function psd_show_text_setting() {
	?>
	<input type="text" class="regular-text" id="psd_fallback_text" name="psd_fallback_text" value="<?php echo esc_attr( get_option( 'psd_fallback_text' ) ); ?>" placeholder="<?php esc_attr_e( 'See our support groups', 'peer-support-directory' ); ?>" aria-describedby="psd_text_help">
	<p class="description" id="psd_text_help">
		<?php esc_html_e( 'Visitors without JavaScript follow this link where a list is kept on another website.', 'peer-support-directory' ); ?>
	</p>
	<?php
}

/**
 * Lets those who may manage options upload lists.
 *
 * @param string[]         $types The types of files that may be uploaded.
 * @param int|WP_User|null $user  Who uploads; null for the current user.
 * @return string[]
 */
function psd_allow_lists( $types, $user = null ) {
	$may = $user ? user_can( $user, 'manage_options' ) : current_user_can( 'manage_options' );
	return $may ? $types + array( 'json' => 'application/json' ) : $types;
}

/**
 * Lets a list be uploaded that PHP takes for plain text: one of over a megabyte, or with a byte-order mark.
 *
 * @param array               $checked What WordPress makes of the file: 'ext' and 'type', false where it refuses it.
 * @param string              $file    The file.
 * @param string              $name    Its name.
 * @param string[]|null|false $types   The types of files that may be uploaded; nothing for the current user's.
 * @return array
 */
function psd_check_list( $checked, $file, $name, $types ) {
	$types      = $types ? $types : get_allowed_mime_types();
	$is_refused = empty( $checked['ext'] ) && '.json' === strtolower( substr( $name, -5 ) );
	if ( $is_refused && isset( $types['json'] ) && psd_read_list( $file ) ) {
		$checked['ext']  = 'json';
		$checked['type'] = $types['json'];
	}
	return $checked;
}
