package dev.kefu.organisation.journal;

/**
 * Something that somebody has: a place in a group, or a right.
 *
 * @param kind {@code member} or {@code right}
 * @param holder of a place the person; of a right a group, a person, or {@code *} for everybody
 * @param subject of a place the group; of a right what it is a right to, for example {@code PROCESS_DEFINITION complaint-handling}
 * @param detail empty for a place; of a right its kind and permissions
 */
record HeldRight(String kind, String holder, String subject, String detail) {

  static final String MEMBER = "member";
  static final String RIGHT = "right";
  private static final int LONGEST_DETAIL = 1000;

  static HeldRight member(String person, String group) {
    return new HeldRight(MEMBER, person, group, "");
  }

  static HeldRight right(String holder, String resource, String resourceId, String detail) {
    return new HeldRight(RIGHT, holder, resource + " " + resourceId, detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL));
  }
}
