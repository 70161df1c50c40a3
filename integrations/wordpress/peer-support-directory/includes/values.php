<?php
/**
 * Single values of a list, read as the directory in the browser reads them.
 *
 * What the browser refuses is refused here too, so that the two never show different groups.
 *
 * @package PeerSupportDirectory
 */

defined( 'ABSPATH' ) || exit;

// What Unicode calls white space.
const PSD_SPACE = '\s\x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}';

// What controls a device, hides, or makes text read differently from how it is stored.
const PSD_HIDDEN = '\p{Cc}\x{AD}\x{200B}\x{2028}-\x{202E}\x{2060}-\x{206F}\x{FEFF}\x{FFF9}-\x{FFFB}';

/**
 * The words of a text, between white space.
 *
 * @param string $text The text.
 * @return string[]
 */
function psd_words( $text ) {
	return preg_split( '/[' . PSD_SPACE . ']+/u', $text, -1, PREG_SPLIT_NO_EMPTY );
}

/**
 * A field of a record; null where it is not there or empty.
 *
 * @param mixed  $record The record.
 * @param string $name   The field.
 * @return mixed
 */
function psd_field( $record, $name ) {
	$value = $record instanceof stdClass && isset( $record->$name ) ? $record->$name : null;
	return is_string( $value ) && '' === trim( $value ) ? null : $value;
}

/**
 * A field as a list. A single value is meant as a list of one.
 *
 * @param mixed  $record The record.
 * @param string $name   The field.
 * @return array
 */
function psd_each( $record, $name ) {
	$value = psd_field( $record, $name );
	if ( null === $value ) {
		return array();
	}
	return is_array( $value ) ? $value : array( $value );
}

/**
 * What `$read` makes of each element of a field, without what it refuses.
 *
 * @param mixed    $record The record.
 * @param string   $name   The field.
 * @param callable $read   Gives null for what it refuses.
 * @return array
 */
function psd_read_each( $record, $name, $read ) {
	$is_read = static function ( $value ) {
		return null !== $value;
	};
	return array_values( array_filter( array_map( $read, psd_each( $record, $name ) ), $is_read ) );
}

/**
 * Text without what hides or reorders it, on one line; null where nothing is left.
 *
 * @param mixed $value The text, or a whole number, such as a year.
 * @return string|null
 */
function psd_clean_text( $value ) {
	if ( ! is_string( $value ) && ! ( is_int( $value ) && $value >= 0 ) ) {
		return null;
	}
	$text = preg_replace( '/\r\n|[\r\n\t\x{85}\x{2028}\x{2029}]/u', ' ', (string) $value );
	$text = preg_replace( '/[' . PSD_HIDDEN . ']/u', '', $text );
	// Joiners and direction marks alone show nothing.
	if ( preg_match( '/^[' . PSD_SPACE . '\x{200C}-\x{200F}\x{61C}]*$/Du', $text ) ) {
		return null;
	}
	return psd_trim( $text );
}

/**
 * A text in one language: in `$lang`, else in its base language, else in English, else in the first.
 *
 * @param mixed  $value A string, or one for each language.
 * @param string $lang  The language.
 * @return string|null
 */
function psd_text( $value, $lang ) {
	if ( ! $value instanceof stdClass ) {
		return psd_clean_text( $value );
	}
	$texts = array();
	foreach ( get_object_vars( $value ) as $tag => $text ) {
		$text = psd_is_lang( (string) $tag ) ? psd_clean_text( $text ) : null;
		if ( null !== $text ) {
			$texts[ strtolower( $tag ) ] = $text;
		}
	}
	ksort( $texts );
	foreach ( array( strtolower( $lang ), psd_base_lang( $lang ), 'en' ) as $wanted ) {
		foreach ( $texts as $tag => $text ) {
			if ( $wanted === $tag || psd_base_lang( $tag ) === $wanted ) {
				return $text;
			}
		}
	}
	return $texts ? reset( $texts ) : null;
}

/**
 * An id: text without spaces. A name that is written in its place becomes one.
 *
 * @param mixed $value The id.
 * @return string|null
 */
function psd_id( $value ) {
	$text = psd_clean_text( $value );
	if ( null === $text ) {
		return null;
	}
	$is_plain = (string) $value === $text && ! preg_match( '/[' . PSD_SPACE . ']/u', $text );
	return $is_plain ? $text : strtolower( implode( '-', psd_words( $text ) ) );
}

/**
 * One of a fixed set of names. Case, spaces and underscores do not matter to what is meant.
 *
 * @param mixed    $value The name.
 * @param string[] $names What is allowed.
 * @return string|null
 */
function psd_named( $value, $names ) {
	$meant = is_string( $value ) ? strtolower( str_replace( array( ' ', '_' ), '-', psd_trim( $value ) ) ) : '';
	return in_array( $meant, $names, true ) ? $meant : null;
}

/**
 * An age in years.
 *
 * @param mixed $value A number, or one in quotes.
 * @return int|null
 */
function psd_age( $value ) {
	if ( is_string( $value ) && preg_match( '/^[+-]?\d+$/D', trim( $value ) ) ) {
		$value = (int) $value;
	}
	// From 18.0, as some tools write whole numbers.
	$is_whole = is_int( $value ) || ( is_float( $value ) && floor( $value ) === $value );
	$age      = $is_whole ? (int) $value : -1;
	return $age >= 0 && $age <= 120 ? $age : null;
}

/**
 * A day as YYYY-MM-DD. A time after it is passed over.
 *
 * @param mixed $value The day.
 * @return string|null
 */
function psd_date( $value ) {
	$text = is_string( $value ) ? psd_trim( $value ) : '';
	$is_date = preg_match( '/^(\d{4})-(\d\d)-(\d\d)([T ]\d\d:\d\d.*)?$/D', $text, $part );
	return $is_date && checkdate( (int) $part[2], (int) $part[3], (int) $part[1] ) ? substr( $text, 0, 10 ) : null;
}

/**
 * A link to a page, an email address or a phone number; nothing else can be followed.
 *
 * @param mixed $value The link.
 * @return string|null
 */
function psd_link( $value ) {
	$link = is_string( $value ) ? psd_trim( $value ) : '';
	$is_safe = preg_match( '/^(https?|mailto|tel):([^' . PSD_SPACE . PSD_HIDDEN . '\\\\<>"`]+)$/Diu', $link, $part );
	if ( ! $is_safe ) {
		return null;
	}
	$target = $part[2];
	switch ( strtolower( $part[1] ) ) {
		case 'mailto':
			$emails  = explode( ',', strtok( $target, '?' ) );
			$is_link = count( $emails ) === count( array_filter( array_map( 'psd_email', $emails ) ) );
			break;
		case 'tel':
			$is_link = null !== psd_phone( strtok( $target, ';' ) );
			break;
		default:
			// A user name before the host would look like the host.
			$host    = '[a-z0-9\x{80}-\x{10FFFF}][a-z0-9._\x{80}-\x{10FFFF}-]*|\[[0-9a-f.]*:[0-9a-f:.]*\]';
			$is_link = preg_match( '#^//(' . $host . ')(:\d{0,5})?([/?\#]|$)#Diu', $target );
	}
	return $is_link ? strtolower( $part[1] ) . ':' . $target : null;
}

/**
 * An email address, if it looks like one.
 *
 * @param mixed $value The address.
 * @return string|null
 */
function psd_email( $value ) {
	$email    = is_string( $value ) ? psd_trim( $value ) : '';
	$part     = '[^@' . PSD_SPACE . PSD_HIDDEN . '<>()\[\],;:\\\\"?&]';
	$is_email = preg_match( '/^' . $part . '+@(?!\.)' . $part . '+$/Du', $email );
	$domain   = (string) substr( (string) strstr( $email, '@' ), 1 );
	return $is_email && false !== strpos( $domain, '.' ) && '.' !== substr( $domain, -1 ) ? $email : null;
}

/**
 * A phone number as people write it.
 *
 * @param mixed $value The number.
 * @return string|null
 */
function psd_phone( $value ) {
	$number = is_string( $value ) ? psd_trim( $value ) : '';
	$digits = strlen( preg_replace( '/\D/', '', $number ) );
	return preg_match( '/^[0-9 +().-]+$/D', $number ) && $digits >= 3 && $digits <= 25 ? $number : null;
}

/**
 * A number for a `tel:` link. In "+44 (0)20 …" the bracketed 0 is only dialled without the +44.
 *
 * @param string $number The number as written.
 * @return string
 */
function psd_dialled( $number ) {
	$is_abroad = '+' === $number[0];
	$digits    = preg_replace( '/\D/', '', $is_abroad ? str_replace( '(0)', '', $number ) : $number );
	return ( $is_abroad ? '+' : '' ) . $digits;
}

/**
 * Whether a text has the shape of a language's tag, such as "en", "cy" or "zh-Hant".
 *
 * @param string $tag The text.
 * @return bool
 */
function psd_is_lang( $tag ) {
	return strlen( $tag ) <= 35 && preg_match( '/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/Di', $tag );
}

/**
 * The language of a tag, without script or region: "en" of "en-GB".
 *
 * @param string $tag The tag.
 * @return string
 */
function psd_base_lang( $tag ) {
	return strtolower( strtok( $tag, '-' ) );
}

/**
 * A text without white space and invisible marks around it.
 *
 * @param string $text The text.
 * @return string
 */
function psd_trim( $text ) {
	$around = '[' . PSD_SPACE . '\x{FEFF}\x{200B}]+';
	return preg_replace( '/^' . $around . '|' . $around . '$/Du', '', $text );
}
