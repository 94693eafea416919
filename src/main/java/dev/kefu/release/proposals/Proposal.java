package dev.kefu.release.proposals;

import dev.kefu.engine.RunningModels.Deployed;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What somebody wants changed in the running system.
 *
 * @param reason why, in the words of whoever proposes it
 * @param moveCases whether running cases follow to the new version
 * @param report what happened, in lines; null before the release
 * @param following the deployments that running cases are still to follow to; empty when none are
 * @param moved how many followed
 * @param toMove how many are left, as far as it is known
 */
record Proposal(long id, String reason, boolean moveCases, State state, String proposedBy, LocalDateTime proposedAt, String decidedBy, LocalDateTime decidedAt, String decisionNote,
                String returnedBy, LocalDateTime returnedAt, String report, List<Deployed> following, int moved, int toMove) {

  /** Where it stands. */
  enum State {
    PROPOSED("Waits for a second person 待第二人核准"), RELEASED("In effect 已發佈"), REFUSED("Refused 已否決"), WITHDRAWN("Withdrawn 已撤回"), RETURNED("Taken back 已退回前一版本");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** What people read. */
    String label() {
      return label;
    }
  }
}
