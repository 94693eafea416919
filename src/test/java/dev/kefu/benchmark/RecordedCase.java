package dev.kefu.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the last case of Kefu's that ended has in its history, so that others can put the same values into their cases. */
final class RecordedCase {

  private static final String VARIABLES = "select v.PROC_DEF_KEY_, v.NAME_, v.VAR_TYPE_, coalesce(v.TEXT_, v.LONG_, v.DOUBLE_, convert(b.BYTES_ using utf8mb4)) from ACT_HI_VARINST v"
      + " left join ACT_GE_BYTEARRAY b on b.ID_ = v.BYTEARRAY_ID_ where v.ROOT_PROC_INST_ID_ = (select ID_ from ACT_HI_PROCINST where PROC_DEF_KEY_ = '" + OrdinaryComplaint.PROCESS
      + "' and END_TIME_ is not null order by END_TIME_ desc, ID_ limit 1)";

  private RecordedCase() {
  }

  /** Writes process, variable, type and value as JSON. */
  static void write(Server server, String database, Path file) {
    Map<String, Map<String, Map<String, String>>> processes = new HashMap<>();
    server.query(database, VARIABLES, row -> {
      Map<String, String> variable = new HashMap<>();
      variable.put("type", row.getString(3));
      variable.put("value", row.getString(4));
      processes.computeIfAbsent(row.getString(1), key -> new HashMap<>()).put(row.getString(2), variable);
    });
    try {
      Files.writeString(file, new ObjectMapper().writeValueAsString(processes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
