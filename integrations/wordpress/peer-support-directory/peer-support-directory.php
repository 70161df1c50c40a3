<?php
/**
 * Plugin Name:       Peer Support Directory
 * Description:       A directory of cancer peer support groups that visitors filter in their own browser, as a block and a shortcode.
 * Version:           1.0.0
 * Requires at least: 6.0
 * Requires PHP:      7.4
 * Author:            The peer-support-directory contributors
 * License:           MIT OR Apache-2.0
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       peer-support-directory
 *
 * @package PeerSupportDirectory
 */

defined( 'ABSPATH' ) || exit;

define( 'PSD_VERSION', '1.0.0' );
define( 'PSD_FILE', __FILE__ );
define( 'PSD_ASSETS', __DIR__ . '/assets/' );

require __DIR__ . '/includes/attributes.php'; // What an author may set.
require __DIR__ . '/includes/values.php';     // Single values of a list, read as the directory reads them.
require __DIR__ . '/includes/list.php';       // Where a list lies, and its records.
require __DIR__ . '/includes/taxonomy.php';   // The tree of cancer types.
require __DIR__ . '/includes/restrict.php';   // Which groups may be shown.
require __DIR__ . '/includes/words.php';      // What is said of a group.
require __DIR__ . '/includes/fallback.php';   // The groups without JavaScript.
require __DIR__ . '/includes/json-ld.php';    // The groups for search engines.
require __DIR__ . '/includes/render.php';     // Block and shortcode.
require __DIR__ . '/includes/editor.php';     // What the block editor needs.
require __DIR__ . '/includes/settings.php';   // The settings page.
