package dev.kefu.aftersales.feedback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the customer says when asked: the form service-feedback-ask. Without a customer who was reached, all the rest is missing.
 *
 * @param reached reached or notReached
 * @param onTime whether the service came on time
 * @param attitude code of a rating; so are the next three
 * @param solved yes, partly or no
 * @param productOpinion or null
 * @param serviceOpinion or null
 * @param productIdea whether the customer has an idea for the product
 * @param opinionTypes codes of what the opinion is about
 * @param receiver code of the department that it goes to, null without an opinion
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record FeedbackEntry(String reached, boolean onTime, Rating attitude, Rating skill, Rating speed, Rating charge, String solved, String productOpinion, String serviceOpinion,
                     boolean productIdea, List<String> opinionTypes, Receiver receiver) {

  /** A best rating stands for what was not asked. */
  private static final int BEST = 5;
  private static final int POOR = 2;

  FeedbackEntry {
    opinionTypes = opinionTypes == null ? List.of() : List.copyOf(opinionTypes);
  }

  boolean isReached() {
    return "reached".equals(reached);
  }

  /** The lowest of the ratings, 5 to 1. */
  int lowestRating() {
    return Stream.of(attitude, skill, speed, charge).filter(Objects::nonNull).mapToInt(Rating::points).min().orElse(BEST);
  }

  /** {@code satisfied}, {@code dissatisfied} (a rating of 2 or less, or not solved) or {@code unknown}. */
  String satisfaction() {
    return !isReached() ? "unknown" : lowestRating() <= POOR || "no".equals(solved) ? "dissatisfied" : "satisfied";
  }

  /** What the customer said, readable. */
  String facts() {
    String texts = Stream.of(productOpinion == null ? null : "Product 產品意見: " + productOpinion, serviceOpinion == null ? null : "Service 服務意見: " + serviceOpinion)
        .filter(Objects::nonNull).reduce((first, second) -> first + "\n\n" + second).orElse("No words 無文字意見");
    return texts + "\n\nLowest rating 最低評分: " + lowestRating() + " · Solved 是否解決: " + (solved == null ? "—" : solved);
  }
}
