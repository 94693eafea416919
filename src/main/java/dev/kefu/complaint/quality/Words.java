package dev.kefu.complaint.quality;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Codes and lists of a quality complaint as people read them. */
final class Words {

  static final Map<String, String> KINDS = Map.of("general", "General 一般性", "claim", "Claim 索賠性", "unjustified", "Unjustified 非正當理由");
  static final Map<String, String> REMEDIES = Map.of("recall", "Recall 召回", "rework", "Rework on site 返工", "exchange", "Exchange 換貨", "allowance", "Allowance 折讓",
      "return", "Return and refund 退貨", "compensation", "Damages by contract 合同賠償");

  /** The longest text that a called process takes. */
  private static final int LONGEST = 4000;

  private Words() {
  }

  /** The lines of a list; each element gives one. */
  static <T> String lines(Collection<T> elements, Function<T, String> line) {
    return elements.stream().map(line).collect(Collectors.joining("\n"));
  }

  /** Names of remedies. */
  static String remedies(List<String> codes) {
    return codes.stream().map(code -> REMEDIES.getOrDefault(code, code)).collect(Collectors.joining(", "));
  }

  /** Paragraphs, without those that are null or empty, cut to what a called process takes. */
  static String paragraphs(String... parts) {
    String joined = Stream.of(parts).filter(Objects::nonNull).filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
    return joined.length() <= LONGEST ? joined : joined.substring(0, joined.offsetByCodePoints(0, joined.codePointCount(0, LONGEST - 1) - 1)) + "…";
  }
}
