package dev.kefu.complaint.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of tokens. */
@Repository
@RequiredArgsConstructor
class ChannelTokenTable {

  private static final String COLUMNS = "id, channel, form_channel, token_prefix, created_by, created_at, last_used_at, revoked_by, revoked_at";

  private final JdbcClient jdbc;

  void add(String channel, String formChannel, String digest, String prefix, String person, Instant at) {
    jdbc.sql("insert into complaint_channel_tokens (channel, form_channel, token_digest, token_prefix, created_by, created_at) values (?, ?, ?, ?, ?, ?)")
        .params(channel, formChannel, digest, prefix, person, Timestamp.from(at)).update();
  }

  Optional<ChannelToken> findByDigest(String digest) {
    return jdbc.sql("select " + COLUMNS + " from complaint_channel_tokens where token_digest = ?").param(digest).query(ChannelTokenTable::row).optional();
  }

  Optional<ChannelToken> find(long id) {
    return jdbc.sql("select " + COLUMNS + " from complaint_channel_tokens where id = ?").param(id).query(ChannelTokenTable::row).optional();
  }

  List<ChannelToken> all() {
    return jdbc.sql("select " + COLUMNS + " from complaint_channel_tokens order by channel, id").query(ChannelTokenTable::row).list();
  }

  /** What the channel's newest valid token says; empty when it says nothing. */
  Optional<String> formChannelOf(String channel) {
    return jdbc.sql("select " + COLUMNS + " from complaint_channel_tokens where channel = ? and revoked_at is null order by id desc").param(channel)
        .query(ChannelTokenTable::row).list().stream().findFirst().map(ChannelToken::formChannel);
  }

  void used(long id, Instant at, Instant unlessAfter) {
    jdbc.sql("update complaint_channel_tokens set last_used_at = ? where id = ? and (last_used_at is null or last_used_at < ?)")
        .params(Timestamp.from(at), id, Timestamp.from(unlessAfter)).update();
  }

  boolean revoke(long id, String person, Instant at) {
    return jdbc.sql("update complaint_channel_tokens set revoked_by = ?, revoked_at = ? where id = ? and revoked_at is null")
        .params(person, Timestamp.from(at), id).update() == 1;
  }

  private static ChannelToken row(ResultSet row, int index) throws SQLException {
    return new ChannelToken(row.getLong("id"), row.getString("channel"), row.getString("form_channel"), row.getString("token_prefix"),
        row.getString("created_by"), at(row, "created_at"), at(row, "last_used_at"), row.getString("revoked_by"), at(row, "revoked_at"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    Timestamp moment = row.getTimestamp(column);
    return moment == null ? null : moment.toInstant();
  }
}
