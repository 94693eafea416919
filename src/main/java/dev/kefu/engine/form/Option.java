package dev.kefu.engine.form;

import java.math.BigDecimal;
import java.util.Objects;

/** One choice of a select, radio, checklist or taglist. */
record Option(Object value, String label) {

  boolean is(Object other) {
    return Objects.equals(comparable(value), comparable(other));
  }

  /** 1, 1L and 1.0 are one number. */
  static Object comparable(Object value) {
    BigDecimal number = value instanceof Number ? Setting.asNumber(value) : null;
    return number == null ? value : number.stripTrailingZeros();
  }
}
