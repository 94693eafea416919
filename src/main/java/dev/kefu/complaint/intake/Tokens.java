package dev.kefu.complaint.intake;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.engine.CasesFromOutside;
import dev.kefu.organisation.ChannelTokens;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, knows and revokes the tokens of channels. A token is shown once, when it is made; its making and its end are written to the audit trail. */
@Service
@RequiredArgsConstructor
class Tokens implements ChannelTokens {

  /** Makes a token that was left somewhere easy to find by a scanner. */
  private static final String SIGN = "kefu_";
  private static final int BYTES = 32;
  private static final int SHOWN = 12;
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
  private static final String CHANNEL = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final int LONGEST_CHANNEL = 40;

  private final SecureRandom random = new SecureRandom();
  private final ChannelTokenTable table;
  private final CasesFromOutside cases;
  private final IntakeProperties settings;
  private final AuditTrail audit;
  private final Clock clock;

  /** A new token, and what is known of it afterwards. */
  record NewToken(String token, ChannelToken known) {
  }

  @Override
  @Transactional
  public Optional<String> channelOf(String token) {
    Optional<ChannelToken> known = table.findByDigest(DigestUtils.sha256Hex(token)).filter(found -> found.revokedAt() == null);
    Instant now = clock.instant();
    known.ifPresent(found -> table.used(found.id(), now, now.minus(NOTED_EVERY)));
    return known.map(ChannelToken::channel);
  }

  /**
   * Makes a token.
   *
   * @param formChannel option of the form's field {@code channel}, or null
   * @throws IntakeProblem 422 for a name that is none, or an option that the form does not have
   */
  @Transactional
  public NewToken make(String channel, String formChannel, String person) {
    if (channel == null || channel.length() > LONGEST_CHANNEL || !channel.matches(CHANNEL) || channel.equals(ComplaintIntake.IMPORT)) {
      throw IntakeProblem.wrong("#/channel", "Channel 渠道",
          "is a name of at most 40 lower-case letters, digits and hyphens, other than \"import\" 須為 40 字以內的小寫字母、數字及連字號,且不得為 import");
    }
    if (formChannel != null && channelOptions().stream().noneMatch(formChannel::equals)) {
      throw IntakeProblem.wrong("#/formChannel", "Channel in the form 表單方式",
          "is none of the form's options 不在表單選項中: " + String.join(", ", channelOptions()));
    }
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    String token = SIGN + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    String digest = DigestUtils.sha256Hex(token);
    table.add(channel, formChannel, digest, token.substring(0, SHOWN), person, clock.instant());
    ChannelToken known = table.findByDigest(digest).orElseThrow();
    write("create", known, person);
    return new NewToken(token, known);
  }

  private List<String> channelOptions() {
    return cases.form(settings.message()).fields().stream().filter(field -> field.key().equals(ComplaintIntake.CHANNEL_FIELD))
        .flatMap(field -> field.options().stream()).map(CasesFromOutside.Choice::value).toList();
  }

  List<ChannelToken> all() {
    return table.all();
  }

  /**
   * Ends a token at once; nothing more happens to one that was revoked before.
   *
   * @throws IntakeProblem 404 for an unknown one
   */
  @Transactional
  public void revoke(long id, String person) {
    ChannelToken known = table.find(id).orElseThrow(() -> IntakeProblem.of(HttpStatus.NOT_FOUND, "There is no such token 無此令牌"));
    if (table.revoke(id, person, clock.instant())) {
      write("revoke", known, person);
    }
  }

  private void write(String action, ChannelToken token, String person) {
    audit.write(new AuditRecord(AuditRecord.Kind.OPERATION, person, action, "channelToken", String.valueOf(token.id()), null,
        Map.of("channel", token.channel(), "prefix", token.prefix())));
  }
}
