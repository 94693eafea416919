package dev.kefu.history.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Chooses the cases of a sample. */
@Component
@RequiredArgsConstructor
class Sampling {

  /** Of a longer period only so many take part in a choice by chance; the manifest says how many there are. */
  static final int MOST_NUMBERS = 100_000;
  private static final String OF_PERIOD = " from ACT_HI_PROCINST p where p.PROC_DEF_KEY_ = :process and p.BUSINESS_KEY_ is not null and p.START_TIME_ >= :from and p.START_TIME_ < :to";

  private final JdbcClient jdbc;
  private final Clock clock;

  /** How many cases the period has. */
  int population(Sample sample) {
    return jdbc.sql("select count(distinct p.BUSINESS_KEY_)" + OF_PERIOD).params(parameters(sample)).query(Integer.class).single();
  }

  /** Numbers of the chosen cases. */
  List<String> choose(Sample sample) {
    return switch (sample.rule()) {
      case random -> jdbc.sql("select distinct p.BUSINESS_KEY_" + OF_PERIOD + " limit " + MOST_NUMBERS).params(parameters(sample)).query(String.class).list().stream()
          .sorted(Comparator.comparing(number -> sha256((sample.seed() + " " + number).getBytes(StandardCharsets.UTF_8)))).limit(sample.count()).toList();
      case longest -> jdbc.sql("select p.BUSINESS_KEY_" + OF_PERIOD + " group by p.BUSINESS_KEY_ order by max(case when p.END_TIME_ is null then 1 else 0 end) desc, max(coalesce(p.DURATION_, 0)) desc,"
          + " min(p.START_TIME_), p.BUSINESS_KEY_ limit " + sample.count()).params(parameters(sample)).query(String.class).list();
      case late -> jdbc.sql("select p.BUSINESS_KEY_" + OF_PERIOD + " and p.ROOT_PROC_INST_ID_ in (select t.ROOT_PROC_INST_ID_ from ACT_HI_TASKINST t where t.END_TIME_ > t.DUE_DATE_)"
          + " group by p.BUSINESS_KEY_ order by max(p.START_TIME_) desc, p.BUSINESS_KEY_ desc limit " + sample.count()).params(parameters(sample)).query(String.class).list();
    };
  }

  private Map<String, Object> parameters(Sample sample) {
    return Map.of("process", sample.process(), "from", Timestamp.from(sample.from().atStartOfDay(clock.getZone()).toInstant()),
        "to", Timestamp.from(sample.to().plusDays(1).atStartOfDay(clock.getZone()).toInstant()));
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
