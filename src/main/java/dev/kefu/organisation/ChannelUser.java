package dev.kefu.organisation;

/**
 * The technical user in whose name a program or an import acts: {@code channel:web-shop}. No person can have such a user id, because ids of users hold no
 * colon.
 */
public final class ChannelUser {

  /** Authority of whoever came with a channel's token. */
  public static final String AUTHORITY = "channel";

  private static final String PREFIX = "channel:";

  private ChannelUser() {
  }

  /** The user id of a channel. */
  public static String idOf(String channel) {
    return PREFIX + channel;
  }

  /** Whether a user id is a channel's; false for null. */
  public static boolean isOne(String userId) {
    return userId != null && userId.startsWith(PREFIX);
  }

  /** The channel of such a user id. */
  public static String channelOf(String userId) {
    return userId.substring(PREFIX.length());
  }
}
