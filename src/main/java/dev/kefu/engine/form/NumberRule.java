package dev.kefu.engine.form;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers, sent as a number or, where the form says so, as a plain decimal text. */
final class NumberRule {

  private static final Pattern PLAIN = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");
  /** A browser counts exactly up to here. */
  private static final BigDecimal LARGEST = BigDecimal.valueOf(9_007_199_254_740_991L);
  private static final int MOST_DECIMALS = 20;

  private NumberRule() {
  }

  static void check(FieldCheck check) {
    BigDecimal number = check.field().number().asText() ? fromText(check) : fromNumber(check);
    if (number == null
      || !check.refuseUnless(number.abs().compareTo(LARGEST) <= 0, Messages.TOO_LARGE)
      || !check.refuseUnless(decimals(number) <= MOST_DECIMALS, Messages.TOO_MANY_DIGITS)) {
      return;
    }
    NumberSettings settings = check.field().number();
    if (settings.decimalDigits() != null) {
      check.refuseUnless(decimals(number) <= settings.decimalDigits(), Messages.decimalDigits(settings.decimalDigits()));
    }
    if (settings.increment() != null) {
      check.refuseUnless(number.remainder(settings.increment()).signum() == 0, Messages.increment(settings.increment()));
    }
    BigDecimal min = check.limit(check.field().validation().min());
    if (min != null) {
      check.refuseUnless(number.compareTo(min) >= 0, Messages.atLeast(min));
    }
    BigDecimal max = check.limit(check.field().validation().max());
    if (max != null) {
      check.refuseUnless(number.compareTo(max) <= 0, Messages.atMost(max));
    }
  }

  private static BigDecimal fromText(FieldCheck check) {
    boolean plain = check.value() instanceof String text && PLAIN.matcher(text).matches();
    return check.refuseUnless(plain, Messages.NO_DECIMAL_TEXT) ? new BigDecimal((String) check.value()) : null;
  }

  private static BigDecimal fromNumber(FieldCheck check) {
    BigDecimal number = check.value() instanceof Number ? Setting.asNumber(check.value()) : null;
    check.refuseUnless(number != null, Messages.NO_NUMBER);
    return number;
  }

  private static int decimals(BigDecimal number) {
    return Math.max(0, number.stripTrailingZeros().scale());
  }
}
