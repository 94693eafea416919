package dev.kefu.organisation;

import java.util.Optional;

/** Knows the bearer tokens of the programs that hand in complaints; a capability implements it. */
public interface ChannelTokens {

  /** The channel that a token belongs to; empty for an unknown or revoked one. Notes that the token was used. */
  Optional<String> channelOf(String token);
}
