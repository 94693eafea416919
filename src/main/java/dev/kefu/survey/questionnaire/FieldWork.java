package dev.kefu.survey.questionnaire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Field work in figures. Trial answers and those that are asked again do not count.
 *
 * @param sample how many are to be asked; as many as were asked where no sample was drawn
 * @param total all interviewers together
 * @param interviewers each interviewer, by name
 * @param batches each batch, by name
 */
public record FieldWork(int sample, Line total, List<Line> interviewers, List<Line> batches) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * A line of figures.
   *
   * @param name interviewer or batch; an empty text for those that are not said
   * @param issued questionnaires given out
   * @param returned answers that came back
   * @param valid of them valid
   * @param rechecked of them called back, with a result
   * @param recheckedInvalid of those found invalid
   */
  public record Line(String name, int issued, int returned, int valid, int rechecked, int recheckedInvalid) {

    /** Returned of issued, per cent; 0 where nothing was issued. */
    public BigDecimal responseRate() {
      return percent(returned, issued);
    }

    /** Invalid of returned, per cent. */
    public BigDecimal invalidShare() {
      return percent(returned - valid, returned);
    }

    /** Called back of returned, per cent. */
    public BigDecimal recheckedShare() {
      return percent(rechecked, returned);
    }

    /** Found invalid of called back, per cent. */
    public BigDecimal recheckedInvalidShare() {
      return percent(recheckedInvalid, rechecked);
    }
  }

  public int issued() {
    return total.issued();
  }

  public int returned() {
    return total.returned();
  }

  public int valid() {
    return total.valid();
  }

  public int rechecked() {
    return total.rechecked();
  }

  public int recheckedInvalid() {
    return total.recheckedInvalid();
  }

  /** Returned of issued, per cent (reports.md). */
  public BigDecimal responseRate() {
    return total.responseRate();
  }

  /** Returned of the sample, per cent (rule dt-survey-quality). */
  public BigDecimal responseOfSample() {
    return percent(returned(), sample);
  }

  /** Called back of returned, per cent. */
  public BigDecimal recheckedShare() {
    return total.recheckedShare();
  }

  /** Found invalid of called back, per cent. */
  public BigDecimal recheckedInvalidShare() {
    return total.recheckedInvalidShare();
  }

  /** One decimal; 0 of nothing. */
  static BigDecimal percent(long part, long whole) {
    return whole == 0 ? BigDecimal.ZERO.setScale(1) : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
  }
}
