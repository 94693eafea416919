package dev.kefu.bulk;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What is generated: the file {@code bulk/kinds.yaml}.
 *
 * @param catalogue procedures whose ends and tables must all be reached
 * @param usual path of a field to its answers and their weights
 * @param kinds kinds of cases
 */
record Kinds(List<String> catalogue, Map<String, Map<String, Integer>> usual, List<Kind> kinds) {

  private static final int PERCENT = 100;

  /**
   * A kind of case.
   *
   * @param share weight among all kinds; none for a kind that other cases start
   * @param chance percent of its procedure's cases that others start
   * @param startedBy message with which it comes from outside; null when a person starts it
   * @param tells message that a person tells the case; null for none
   * @param form of that message
   * @param at the step that is open when it is told; null for any
   * @param late how many days a step may wait; 0 for none
   * @param followedBy the kind of a second complaint of the same customer about the same matter, while this one runs; null for none
   * @param answers that differ from the usual ones
   */
  record Kind(String name, String process, int share, int chance, String startedBy, String tells, String form, String at, int late, String followedBy, Map<String, Map<String, Integer>> answers) {

    /** The answers to a field with their weights; null when nothing is said. */
    Map<String, Integer> answersTo(String path, Kinds all) {
      return answers != null && answers.containsKey(path) ? answers.get(path) : all.usual().get(path);
    }
  }

  static Kinds read() {
    try (InputStream file = Kinds.class.getResourceAsStream("/bulk/kinds.yaml")) {
      return new YAMLMapper().readValue(file, Kinds.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Kind any(Random random) {
    int at = random.nextInt(kinds.stream().mapToInt(Kind::share).sum());
    for (Kind kind : kinds) {
      at -= kind.share();
      if (at < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("No kind has a share");
  }

  /** A kind for a case that another one started. */
  Kind beside(String process, Random random) {
    return kinds.stream().filter(kind -> kind.process().equals(process) && random.nextInt(PERCENT) < kind.chance()).findFirst().orElseGet(() -> named("usual"));
  }

  Kind named(String name) {
    return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
  }

  /** One of the answers, by their weights. */
  static String pick(Map<String, Integer> weights, Random random) {
    int at = random.nextInt(weights.values().stream().mapToInt(Integer::intValue).sum());
    for (Map.Entry<String, Integer> answer : weights.entrySet()) {
      at -= answer.getValue();
      if (at < 0) {
        return answer.getKey();
      }
    }
    throw new IllegalStateException("No answer has a weight: " + weights);
  }
}
