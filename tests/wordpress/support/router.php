<?php
/**
 * What PHP's own web server asks for each request: files as they are, everything else through WordPress.
 *
 * @package PeerSupportDirectory
 */

$psd_path = $_SERVER['DOCUMENT_ROOT'] . rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
if ( is_file( $psd_path ) || is_file( rtrim( $psd_path, '/' ) . '/index.php' ) ) {
	return false;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
