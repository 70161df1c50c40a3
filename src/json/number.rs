//! Numbers.

/// The number that is written, to within the last bit or two; infinite where it is too great.
///
/// The text must be a number of JSON.
pub fn to_f64(text: &str) -> f64 {
    // All digits as one whole number, and how many of them, with the exponent, it is too great by.
    let (mut digits, mut scale) = (0_u64, 0_i32);
    let mut is_fraction = false;
    let (number, exponent) = match text.find(['e', 'E']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    for byte in number.bytes() {
        if byte == b'.' {
            is_fraction = true;
        } else if byte.is_ascii_digit() {
            // What 18 digits do not hold is beyond the precision.
            let fits = digits < 100_000_000_000_000_000;
            if fits {
                digits = digits * 10 + u64::from(byte - b'0');
            }
            scale += i32::from(!fits) - i32::from(is_fraction);
        }
    }
    let mut power = 0_i32;
    for byte in exponent.bytes().filter(u8::is_ascii_digit) {
        power = power
            .saturating_mul(10)
            .saturating_add((byte - b'0').into());
    }
    scale = if exponent.contains('-') {
        scale.saturating_sub(power)
    } else {
        scale.saturating_add(power)
    };
    let size = scaled(digits as f64, scale);
    if number.starts_with('-') { -size } else { size }
}

/// The number times ten to the power of `scale`. Powers up to 22, which are the usual ones, are exact.
fn scaled(number: f64, scale: i32) -> f64 {
    if number == 0.0 {
        return 0.0;
    }
    let power = |scale: u32| (0..scale.min(400)).fold(1.0, |power, _| power * 10.0);
    match scale {
        0.. => number * power(scale.unsigned_abs()),
        // In two steps, because the power may be too great where the result is not too small.
        ..-300 => number / power(300) / power(scale.unsigned_abs() - 300),
        _ => number / power(scale.unsigned_abs()),
    }
}
