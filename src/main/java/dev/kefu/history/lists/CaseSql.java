package dev.kefu.history.lists;

import dev.kefu.engine.CaseVariables;
import dev.kefu.history.lists.CaseSearch.State;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A search as SQL over the engine's history, for H2 and MySQL 8 alike. */
final class CaseSql {

  private static final String COLUMNS = "p.ID_, p.BUSINESS_KEY_, p.PROC_DEF_ID_, p.START_TIME_, p.END_TIME_, p.END_ACT_ID_, p.STATE_, p.SUPER_PROCESS_INSTANCE_ID_, d.VERSION_, d.VERSION_TAG_";
  private static final String FROM = " from ACT_HI_PROCINST p left join ACT_RE_PROCDEF d on d.ID_ = p.PROC_DEF_ID_ where ";
  /** Also what a called part is late with is the caller's. MySQL would ask a bare union again for each case. */
  private static final String OVERDUE = " and p.END_TIME_ is null and p.ID_ in (select l.PROC_INST_ID_ from (select o.PROC_INST_ID_ from ACT_HI_TASKINST o join ACT_RU_TASK t on t.ID_ = o.ID_ where t.DUE_DATE_ < :now"
      + " union select o.ROOT_PROC_INST_ID_ from ACT_HI_TASKINST o join ACT_RU_TASK t on t.ID_ = o.ID_ where t.DUE_DATE_ < :now) l)";

  private final StringBuilder where = new StringBuilder("p.PROC_DEF_KEY_ = :process");
  private final Map<String, Object> parameters = new HashMap<>();
  private final CaseSearch search;

  /**
   * A search among the cases of a process.
   *
   * @param now since when a step that was due is overdue
   * @param zone of the days that the search names
   */
  CaseSql(String processKey, CaseSearch search, Instant now, ZoneId zone) {
    this.search = search;
    parameters.put("process", processKey);
    add(search.version(), "version", " and d.VERSION_ = :version");
    add(search.number() == null ? null : like(search.number()) + "%", "number", " and p.BUSINESS_KEY_ like :number");
    add(start(search.from(), 0, zone), "from", " and p.START_TIME_ >= :from");
    add(start(search.to(), 1, zone), "to", " and p.START_TIME_ < :to");
    add(search.person(), "person", " and (p.START_USER_ID_ = :person or p.ID_ in (select t.PROC_INST_ID_ from ACT_HI_TASKINST t where t.PROC_DEF_KEY_ = :process"
        + " and (t.ASSIGNEE_ = :person or t.OWNER_ = :person)) or p.ID_ in (select v.PROC_INST_ID_ from ACT_HI_VARINST v where v.NAME_ = '" + CaseVariables.STARTER
        + "' and v.TEXT_ = :person))");
    add(search.activity(), "activity", " and p.ID_ in (select a.PROC_INST_ID_ from ACT_HI_ACTINST a where a.PROC_DEF_KEY_ = :process and a.ACT_ID_ = :activity"
        + (runs() ? " and a.END_TIME_ is null)" : ")"));
    if (search.customer() != null) {
      parameters.put("customerName", "%" + like(search.customer().toLowerCase(Locale.ROOT)) + "%");
      add(search.customer(), "customer", " and p.ID_ in (select c.PROC_INST_ID_ from (select v.PROC_INST_ID_ from ACT_HI_VARINST v where v.NAME_ = '" + CaseVariables.CUSTOMER_CODE + "' and v.TEXT_ = :customer"
          + " union select v.PROC_INST_ID_ from ACT_HI_VARINST v where v.NAME_ = '" + CaseVariables.CUSTOMER_NAME + "' and lower(v.TEXT_) like :customerName) c)");
    }
    ofState(now);
  }

  private boolean runs() {
    return search.state() == State.running || search.state() == State.overdue;
  }

  private void ofState(Instant now) {
    if (search.state() == null) {
      return;
    }
    switch (search.state()) {
      case running -> where.append(" and p.END_TIME_ is null");
      case overdue -> add(Timestamp.from(now), "now", OVERDUE);
      case finished -> where.append(" and p.END_TIME_ is not null and p.STATE_ = 'COMPLETED'");
      case cancelled -> where.append(" and p.END_TIME_ is not null and p.STATE_ <> 'COMPLETED'");
    }
  }

  private void add(Object value, String name, String condition) {
    if (value != null) {
      parameters.put(name, value);
      where.append(condition);
    }
  }

  /** The engine writes moments as the driver does. */
  private static Timestamp start(LocalDate day, int daysLater, ZoneId zone) {
    return day == null ? null : Timestamp.from(day.plusDays(daysLater).atStartOfDay(zone).toInstant());
  }

  private static String like(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  String page(int size) {
    String way = Boolean.TRUE.equals(search.descending()) ? " desc" : " asc";
    return "select " + COLUMNS + FROM + where + " order by " + search.sort().column() + way + ", p.ID_" + way + " limit " + size + " offset " + (long) size * search.page();
  }

  /** Counts no further than it says: of a million rows nobody waits for the last. */
  String count(int most) {
    return "select count(*) from (select p.ID_" + FROM + where + " limit " + (most + 1) + ") counted";
  }
}
