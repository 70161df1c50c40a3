<?php
/**
 * The WordPress of the tests: a database on a socket, and no call to anywhere.
 *
 * @package PeerSupportDirectory
 */

define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . getenv( 'PSD_SOCKET' ) );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );

define( 'WP_HOME', getenv( 'PSD_URL' ) );
define( 'WP_SITEURL', getenv( 'PSD_URL' ) );
define( 'AUTH_KEY', 'of the tests' );

define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISABLE_WP_CRON', true );
// Files are written as they are: nobody is asked for a password of FTP.
define( 'FS_METHOD', 'direct' );
// Even editors are then without it.
define( 'DISALLOW_UNFILTERED_HTML', true );

define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', getenv( 'PSD_LOG' ) );

$table_prefix = 'wp_';

defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
