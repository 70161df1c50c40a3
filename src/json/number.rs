//! Numbers.

/// The number that is written, to within the last bit or two; infinite where it is too great.
///
/// The text must be a number of JSON.
pub fn to_f64(text: &str) -> f64 {
    // All digits as one whole number, and how many of them, with the exponent, it is too great by.
    let (mut digits, mut scale, mut exponent) = (0_u64, 0_i32, 0_i32);
    let (mut is_fraction, mut is_exponent, mut is_small) = (false, false, false);
    for byte in text.bytes() {
        match byte {
            b'.' => is_fraction = true,
            b'e' | b'E' => is_exponent = true,
            b'-' => is_small = is_exponent,
            b'0'..=b'9' if is_exponent => {
                // What does not fit is beyond every number's size.
                exponent = exponent
                    .saturating_mul(10)
                    .saturating_add((byte - b'0').into());
            }
            b'0'..=b'9' => {
                // What 18 digits do not hold is beyond the precision.
                let fits = digits < 100_000_000_000_000_000;
                if fits {
                    digits = digits * 10 + u64::from(byte - b'0');
                }
                scale += i32::from(!fits) - i32::from(is_fraction);
            }
            _ => {}
        }
    }
    let exponent = if is_small { -exponent } else { exponent };
    let size = scaled(digits as f64, scale.saturating_add(exponent));
    if text.starts_with("-") { -size } else { size }
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
