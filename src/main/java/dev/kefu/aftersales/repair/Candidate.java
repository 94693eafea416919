package dev.kefu.aftersales.repair;

import java.util.List;

/**
 * A technician as the proposal sees him or her.
 *
 * @param person user id
 * @param suitable whether the skill fits
 * @param reasons why this place in the proposal, for people
 */
record Candidate(String person, boolean suitable, List<String> reasons) {

  /** For a card: the reasons in one line. */
  String why() {
    return String.join("; ", reasons);
  }
}
