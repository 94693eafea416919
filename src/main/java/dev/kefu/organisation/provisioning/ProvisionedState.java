package dev.kefu.organisation.provisioning;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers what the provisioner wrote last. */
@Component
@RequiredArgsConstructor
class ProvisionedState {

  private final JdbcClient jdbc;

  /** Lets one node provision at a time; the lock ends with the transaction. */
  void lock() {
    jdbc.sql("select digest from organisation_provisioned where kind = 'lock' for update").query(String.class).single();
  }

  /** What was written of a kind, by key. */
  Map<String, Entry> entries(String kind) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    jdbc.sql("select item_key, engine_id, digest from organisation_provisioned where kind = ? order by item_key").param(kind)
      .query((row, number) -> new Entry(row.getString(1), row.getString(2), row.getString(3))).list()
      .forEach(entry -> entries.put(entry.key(), entry));
    return entries;
  }

  Optional<String> engineId(String kind, String key) {
    return jdbc.sql("select engine_id from organisation_provisioned where kind = ? and item_key = ?").params(kind, key)
      .query(String.class).optional();
  }

  void remember(String kind, String key, String engineId, String content) {
    forget(kind, key);
    jdbc.sql("insert into organisation_provisioned (kind, item_key, engine_id, digest) values (?, ?, ?, ?)")
      .params(kind, key, engineId, DigestUtils.sha256Hex(content)).update();
  }

  void forget(String kind, String key) {
    jdbc.sql("delete from organisation_provisioned where kind = ? and item_key = ?").params(kind, key).update();
  }

  record Entry(String key, String engineId, String digest) {

    boolean wrote(String content) {
      return digest.equals(DigestUtils.sha256Hex(content));
    }
  }
}
