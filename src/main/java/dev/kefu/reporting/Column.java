package dev.kefu.reporting;

/**
 * A figure of a report. All texts but id and label are SQL over the report's source; conditions speak of one case.
 *
 * @param id camelCase
 * @param label what people read
 * @param kind how it is reckoned
 * @param value what is summed up; null where cases are counted
 * @param condition which cases count; they are those that a look behind the figure shows
 * @param base of which cases a rate says how many; null elsewhere. For {@link Kind#PER_HUNDRED} a number, for {@link Kind#SUM_RATE} and
 *     {@link Kind#MONEY_EACH} what the sum is divided by, of one case
 */
public record Column(String id, String label, Kind kind, String value, String condition, String base) {

  /** How a figure is reckoned. A divisor of zero leaves it open (reports.md). */
  public enum Kind {
    /** Number of cases. */
    COUNT(Unit.NUMBER),
    /** Per cent of all groups' cases. */
    SHARE(Unit.PERCENT),
    /** Per cent of all groups' cases, of this group and all larger ones. */
    CUMULATIVE(Unit.PERCENT),
    /** Per cent by which the number grew since the period before. */
    CHANGE(Unit.PERCENT),
    /** Per cent of the cases of the base. */
    RATE(Unit.PERCENT),
    /** Number of cases for each hundred of the base. */
    PER_HUNDRED(Unit.PERCENT),
    /** Sum of a quantity. */
    QUANTITY(Unit.NUMBER),
    /** Sum of yuan. */
    MONEY(Unit.YUAN),
    /** Per cent that one sum is of another. */
    SUM_RATE(Unit.PERCENT),
    /** Yuan for each of a quantity. */
    MONEY_EACH(Unit.YUAN),
    /** Mean of a quantity. */
    MEAN(Unit.NUMBER),
    /** Mean of a time, of seconds in days. */
    MEAN_DAYS(Unit.DAYS);

    private final Unit unit;

    Kind(Unit unit) {
      this.unit = unit;
    }

    /** In what it is shown. */
    public Unit unit() {
      return unit;
    }
  }

  /** In what a figure is shown. */
  public enum Unit { NUMBER, PERCENT, YUAN, DAYS }

  /** Number of the cases for which a condition holds. */
  public static Column count(String id, String label, String condition) {
    return new Column(id, label, Kind.COUNT, null, condition, null);
  }

  /** Share of a group in the cases of all groups. */
  public static Column share(String id, String label, String condition) {
    return new Column(id, label, Kind.SHARE, null, condition, null);
  }

  /** Share of a group and all larger ones. */
  public static Column cumulative(String id, String label, String condition) {
    return new Column(id, label, Kind.CUMULATIVE, null, condition, null);
  }

  /** Growth since the period before. */
  public static Column change(String id, String label, String condition) {
    return new Column(id, label, Kind.CHANGE, null, condition, null);
  }

  /** Per cent of the cases of the base for which the condition holds too. */
  public static Column rate(String id, String label, String condition, String base) {
    return new Column(id, label, Kind.RATE, null, "(" + base + ") and (" + condition + ")", base);
  }

  /** Sum over the cases for which a condition holds. */
  public static Column sum(String id, String label, Kind kind, String value, String condition) {
    return new Column(id, label, kind, value, condition, null);
  }

  /** A sum divided by another one, over the cases for which a condition holds. */
  public static Column quotient(String id, String label, Kind kind, String value, String by, String condition) {
    return new Column(id, label, kind, value, condition, by);
  }

  /** Mean of a quantity, of the cases for which a condition holds. */
  public static Column mean(String id, String label, String value, String condition) {
    return new Column(id, label, Kind.MEAN, value, condition, null);
  }

  /** Mean number of days between two moments, of the cases for which a condition holds. */
  public static Column meanDays(String id, String label, String from, String to, String condition) {
    return new Column(id, label, Kind.MEAN_DAYS, "timestampdiff(second, " + from + ", " + to + ")", condition, null);
  }
}
