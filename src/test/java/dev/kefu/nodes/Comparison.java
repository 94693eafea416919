package dev.kefu.nodes;

import dev.kefu.nodes.Ledger.Entry;
import dev.kefu.nodes.Ledger.Kind;
import dev.kefu.nodes.Ledger.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds what clients were answered against what stands in the database, both ways, and looks for what was done twice or stands still. What a client sent and had
 * no answer to may have been done or not; what was refused may not.
 */
final class Comparison {

  private final JdbcClient jdbc;
  private final Map<Kind, Map<String, List<Entry>>> bySubject;
  private final List<String> findings = new ArrayList<>();

  private Comparison(JdbcClient jdbc, List<Entry> ledger) {
    this.jdbc = jdbc;
    bySubject = ledger.stream().collect(Collectors.groupingBy(Entry::kind, Collectors.groupingBy(Entry::subject, TreeMap::new, Collectors.toList())));
  }

  /**
   * What does not fit, in words; nothing when all is well.
   *
   * @param mails ids of the messages that arrived
   */
  static List<String> findings(JdbcClient jdbc, List<Entry> ledger, List<String> mails) {
    Comparison comparison = new Comparison(jdbc, ledger);
    comparison.compareComplaints();
    comparison.compareStarts();
    comparison.compareForms();
    comparison.compareMails(mails);
    comparison.lookForDoubles();
    comparison.lookForWhatStandsStill();
    return comparison.findings;
  }

  /** A reference is one case, whatever the number of answers, and each answer has named that case. */
  private void compareComplaints() {
    Map<String, String> known = pairs("select reference, case_number from complaint_intakes");
    of(Kind.COMPLAINT).forEach((reference, entries) -> results(entries).forEach(number -> expect(number.equals(known.get(reference)),
        "Complaint " + reference + " was answered with " + number + " and is " + known.get(reference))));
    known.forEach((reference, number) -> {
      expect(mayStand(Kind.COMPLAINT, reference), "Complaint " + reference + " stands in the database and was not sent, or was refused");
      expect(count("select count(*) from ACT_HI_PROCINST where SUPER_PROCESS_INSTANCE_ID_ is null and BUSINESS_KEY_ = ?", number) == 1, "There is not one case " + number);
      expect(count("select count(*) from complaint_cases where case_number = ?", number) == 1, number + " is not once in the ledger of complaints");
    });
    expect(count("select count(*) from ACT_HI_PROCINST where PROC_DEF_KEY_ = 'complaint-handling' and SUPER_PROCESS_INSTANCE_ID_ is null") == known.size(),
        "Not every complaint came from a client");
  }

  private void compareStarts() {
    Set<String> accepted = new HashSet<>();
    of(Kind.START).values().forEach(entries -> results(entries).forEach(number -> expect(accepted.add(number), "Two starts were answered with " + number)));
    Set<String> known = new HashSet<>(texts("select BUSINESS_KEY_ from ACT_HI_PROCINST where PROC_DEF_KEY_ = '" + Load.TRIAL + "'"));
    accepted.forEach(number -> expect(known.contains(number), number + " was accepted and is lost"));
    known.removeAll(accepted);
    long unanswered = of(Kind.START).values().stream().filter(entries -> entries.stream().allMatch(entry -> entry.outcome() == Outcome.SENT)).count();
    expect(known.size() <= unanswered, "Cases that nobody was told of: " + known + ", but only " + unanswered + " starts had no answer");
  }

  private void compareForms() {
    Set<String> completed = new HashSet<>(texts("select ID_ from ACT_HI_TASKINST where DELETE_REASON_ = 'completed'"));
    of(Kind.FORM).forEach((task, entries) -> {
      long accepted = entries.stream().filter(entry -> entry.outcome() == Outcome.ACCEPTED).count();
      expect(accepted <= 1, "The form of task " + task + " was accepted " + accepted + " times");
      expect(accepted == 0 || completed.contains(task), "The form of task " + task + " was accepted and is lost");
    });
    completed.forEach(task -> expect(mayStand(Kind.FORM, task), "Task " + task + " is completed and its form was not sent, or was refused"));
  }

  /** What is doubtful, or was being sent by a node that was killed, may have arrived. */
  private void compareMails(List<String> mails) {
    Map<String, Long> arrived = mails.stream().map(mail -> mail.replaceAll("^<kefu\\.(\\d+)\\..*", "$1"))
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    arrived.forEach((message, times) -> expect(times == 1, "Message " + message + " arrived " + times + " times"));
    Map<String, String> states = pairs("select id, state from notification_messages where state in ('sent', 'doubtful', 'sending')");
    arrived.keySet().forEach(message -> expect(states.containsKey(message), "Message " + message + " arrived and is not known as sent"));
    states.forEach((message, state) -> expect(!"sent".equals(state) || arrived.containsKey(message), "Message " + message + " is known as sent and did not arrive"));
  }

  private void lookForDoubles() {
    expectNone("Case number twice", """
        select BUSINESS_KEY_ from ACT_HI_PROCINST where SUPER_PROCESS_INSTANCE_ID_ is null and BUSINESS_KEY_ is not null group by BUSINESS_KEY_ having count(*) > 1""");
    expectNone("Hole in the numbers", """
        select n.prefix from engine_case_numbers n where n.prefix in ('NOD', 'CMP') and n.last_number <>
          (select count(distinct BUSINESS_KEY_) from ACT_HI_PROCINST p where p.BUSINESS_KEY_ like concat(n.prefix, '-', n.case_year, '-%'))""");
    expectNone("Job done twice", "select JOB_ID_ from ACT_HI_JOB_LOG where JOB_STATE_ = 2 group by JOB_ID_ having count(*) > 1");
    expectNone("Step of the trial twice", "select concat(PROC_INST_ID_, ' ', ACT_ID_) from ACT_HI_ACTINST where PROC_DEF_KEY_ = '" + Load.TRIAL
        + "' group by PROC_INST_ID_, ACT_ID_ having count(*) > 1");
    expectNone("Notification twice", """
        select concat(template, ' to ', recipient_kind, ' ', recipient_id, ' of ', case_number) from notification_messages where facts like '%"taskId"%'
          group by template, recipient_kind, recipient_id, case_number, facts having count(*) > 1""");
    expectNone("Deployed twice", "select KEY_ from ACT_RE_PROCDEF group by KEY_, VERSION_ having count(*) > 1");
  }

  private void lookForWhatStandsStill() {
    expectNone("Incident", "select concat(PROC_DEF_ID_, ' ', ACTIVITY_ID_, ' ', coalesce(INCIDENT_MSG_, '')) from ACT_RU_INCIDENT");
    expectNone("Case that waits for nothing", """
        select r.BUSINESS_KEY_ from ACT_RU_EXECUTION r where r.PARENT_ID_ is null and r.SUPER_EXEC_ is null and not exists (
          select 1 from ACT_RU_EXECUTION e where e.ROOT_PROC_INST_ID_ = r.ID_ and (
            exists (select 1 from ACT_RU_TASK t where t.EXECUTION_ID_ = e.ID_) or exists (select 1 from ACT_RU_JOB j where j.EXECUTION_ID_ = e.ID_)
            or exists (select 1 from ACT_RU_EVENT_SUBSCR s where s.EXECUTION_ID_ = e.ID_)))""");
    expectNone("Running in the history alone", """
        select h.BUSINESS_KEY_ from ACT_HI_PROCINST h where h.END_TIME_ is null and not exists (select 1 from ACT_RU_EXECUTION e where e.ID_ = h.PROC_INST_ID_)""");
  }

  /** Whether it was sent and at least once neither refused nor left out. */
  private boolean mayStand(Kind kind, String subject) {
    List<Entry> entries = of(kind).getOrDefault(subject, List.of());
    return entries.stream().filter(entry -> entry.outcome() == Outcome.SENT).count() > entries.stream().filter(entry -> entry.outcome() == Outcome.REFUSED).count();
  }

  private Map<String, List<Entry>> of(Kind kind) {
    return bySubject.getOrDefault(kind, Map.of());
  }

  private static List<String> results(List<Entry> entries) {
    return entries.stream().filter(entry -> entry.outcome() == Outcome.ACCEPTED).map(Entry::result).toList();
  }

  private void expectNone(String what, String sql) {
    texts(sql).forEach(found -> findings.add(what + ": " + found));
  }

  private void expect(boolean fulfilled, String otherwise) {
    if (!fulfilled) {
      findings.add(otherwise);
    }
  }

  private long count(String sql, Object... parameters) {
    return jdbc.sql(sql).params(parameters).query(Long.class).single();
  }

  private List<String> texts(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }

  private Map<String, String> pairs(String sql) {
    Map<String, String> pairs = new TreeMap<>();
    jdbc.sql(sql).query(row -> {
      pairs.put(row.getString(1), row.getString(2));
    });
    return pairs;
  }
}
