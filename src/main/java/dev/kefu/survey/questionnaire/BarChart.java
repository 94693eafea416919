package dev.kefu.survey.questionnaire;

import dev.kefu.survey.questionnaire.Analysis.Counted;
import dev.kefu.survey.questionnaire.Analysis.Figures;
import java.util.List;

/** A question's counts as horizontal bars, in SVG: for the page, and for whoever puts the picture into a report. What people wrote enters it as text. */
public final class BarChart {

  private static final int LABEL = 230;
  private static final int TRACK = 300;
  private static final int NUMBERS = 110;
  private static final int LINE = 24;
  private static final int BAR = 15;
  private static final int LONGEST = 18;
  private static final int WIDE = 0x2E80;

  private BarChart() {
  }

  /** The picture; empty of bars for a question that has no options. */
  public static String svg(Figures figures) {
    List<Counted> options = figures.options();
    long largest = Math.max(1, options.stream().mapToLong(Counted::count).max().orElse(0));
    int height = Math.max(LINE, options.size() * LINE);
    StringBuilder svg = new StringBuilder(256 + options.size() * 256);
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"12\" role=\"img\">"
        .formatted(LABEL + TRACK + NUMBERS, height));
    svg.append("<title>").append(escaped(figures.question().label())).append("</title>");
    for (int i = 0; i < options.size(); i++) {
      Counted option = options.get(i);
      int middle = i * LINE + LINE / 2;
      long width = option.count() * TRACK / largest;
      svg.append("<text x=\"%1$d\" y=\"%2$d\" text-anchor=\"end\" dominant-baseline=\"central\" fill=\"#333\">%3$s</text>".formatted(LABEL - 8, middle, escaped(cut(option.label()))));
      svg.append("<rect x=\"%1$d\" y=\"%2$d\" width=\"%3$d\" height=\"%4$d\" rx=\"2\" fill=\"#1f6f78\"/>".formatted(LABEL, middle - BAR / 2, width, BAR));
      svg.append("<text x=\"%1$d\" y=\"%2$d\" dominant-baseline=\"central\" fill=\"#333\">%3$d (%4$s %%)</text>".formatted(LABEL + width + 6, middle, option.count(), option.percent().toPlainString()));
    }
    return svg.append("</svg>").toString();
  }

  /** As much as fits; a Chinese character takes the room of two letters. */
  private static String cut(String text) {
    int room = 2 * LONGEST;
    for (int i = 0; i < text.length(); i++) {
      room -= text.charAt(i) >= WIDE ? 2 : 1;
      if (room < 0) {
        return text.substring(0, i) + "…";
      }
    }
    return text;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replaceAll("\\p{Cntrl}", " ");
  }
}
