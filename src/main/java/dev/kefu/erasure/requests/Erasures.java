package dev.kefu.erasure.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.audit.ForgottenValues;
import dev.kefu.document.PersonalFiles;
import dev.kefu.engine.StoredJson;
import dev.kefu.information.CustomerIdentities;
import dev.kefu.information.CustomerIdentity;
import dev.kefu.organisation.CurrentPerson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;

/**
 * Requests to erase a customer: whoever keeps the records asks, the legal counsel agrees that nothing has to be kept, the manager approves (as the handbook's destruction of files, P71; the
 * general manager for the higher secrecy grades). Three different persons; then it is done by itself, whatever the number of tables.
 */
@Service
@RequiredArgsConstructor
class Erasures {

  private static final List<String> REQUESTERS = List.of("information-specialist", "information-supervisor");
  private static final List<String> COUNSEL = List.of("legal-counsel");
  private static final List<String> MANAGERS = List.of("customer-service-manager");
  private static final List<String> GENERAL_MANAGERS = List.of("general-manager");
  private static final Set<String> HIGHER_GRADES = Set.of("confidential", "topSecret");
  private static final List<String> READERS = List.of("information-specialist", "information-supervisor", "legal-counsel", "customer-service-manager", "general-manager", "auditor");

  /** Fields of forms in which people of the customer's stand. */
  private static final Set<String> NAMING = Set.of("contact", "contactName", "contactPerson", "phone", "mobile", "email", "address", "receiverName", "customerSign");

  private final JdbcClient jdbc;
  private final EveryTable tables;
  private final List<PersonalFiles> files;
  private final CustomerIdentities identities;
  private final ForgottenValues trailValues;
  private final AuditTrail audit;
  private final CurrentPerson person;
  private final TransactionTemplate transaction;
  private final ObjectMapper json;
  private final Clock clock;

  @Transactional(readOnly = true)
  List<ErasureRequest> all() {
    require(READERS);
    return jdbc.sql("select * from erasure_requests order by id desc limit 500").query((row, index) -> request(row)).list();
  }

  /**
   * Asks for it.
   *
   * @param also further names and numbers of the person, as they were typed into forms
   */
  @Transactional
  ErasureRequest ask(String customerCode, String reason, Collection<String> also) {
    require(REQUESTERS);
    CustomerIdentity identity = identities.of(customerCode).orElseThrow(() -> fault(HttpStatus.NOT_FOUND, "There is no customer " + customerCode + " 沒有此客戶"));
    Set<String> texts = new LinkedHashSet<>(identity.texts());
    texts.addAll(also);
    Scope scope = scope(identity.codes());
    mustHaveNoOpenCase(scope);
    if (jdbc.sql("select count(*) from erasure_requests where customer_code = ? and state not in ('DONE', 'REFUSED')").param(customerCode).query(Integer.class).single() > 0) {
      throw fault(HttpStatus.CONFLICT, "This was asked for already. 已有未完成的申請");
    }
    jdbc.sql("insert into erasure_requests (customer_code, reason, texts, state, requested_by, requested_at) values (?, ?, ?, 'REQUESTED', ?, ?)")
        .params(customerCode, reason, written(texts), person.userId(), now()).update();
    ErasureRequest asked = jdbc.sql("select * from erasure_requests where customer_code = ? and state = 'REQUESTED'").param(customerCode).query((row, index) -> request(row)).single();
    note("requestErasure", asked);
    return asked;
  }

  /** The legal counsel: no dispute, no duty to keep. */
  @Transactional
  ErasureRequest agree(long id) {
    require(COUNSEL);
    ErasureRequest asked = locked(id, "REQUESTED");
    mustBeAnother(asked.requestedBy());
    jdbc.sql("update erasure_requests set state = 'AGREED', agreed_by = ?, agreed_at = ? where id = ?").params(person.userId(), now(), id).update();
    note("agreeToErasure", asked);
    return one(id);
  }

  /** The manager, or the general manager: it is done from now on. */
  @Transactional
  ErasureRequest approve(long id) {
    require(List.of("customer-service-manager", "general-manager"));
    ErasureRequest asked = locked(id, "AGREED");
    CustomerIdentity identity = identities.of(asked.customerCode()).orElseThrow();
    require(identity.secrecyGrade() != null && HIGHER_GRADES.contains(identity.secrecyGrade()) ? GENERAL_MANAGERS : MANAGERS);
    mustBeAnother(asked.requestedBy(), asked.agreedBy());
    mustHaveNoOpenCase(scope(identity.codes()));
    jdbc.sql("update erasure_requests set state = 'APPROVED', approved_by = ?, approved_at = ? where id = ?").params(person.userId(), now(), id).update();
    note("approveErasure", asked);
    return one(id);
  }

  @Transactional
  ErasureRequest refuse(long id, String why) {
    require(List.of("legal-counsel", "customer-service-manager", "general-manager"));
    ErasureRequest asked = locked(id, "REQUESTED", "AGREED");
    jdbc.sql("update erasure_requests set state = 'REFUSED', texts = null, refused_by = ?, refusal = ? where id = ?").params(person.userId(), why, id).update();
    note("refuseErasure", asked);
    return one(id);
  }

  /** Does what was approved. A node that died in the middle left the state RUNNING; after an hour another one goes on, which changes nothing twice. */
  void work() {
    for (long id : jdbc.sql("select id from erasure_requests where state = 'APPROVED' or state = 'RUNNING' and started_at < ? order by id").param(Timestamp.from(clock.instant().minusSeconds(3600)))
        .query(Long.class).list()) {
      Integer mine = transaction.execute(status -> jdbc.sql("update erasure_requests set state = 'RUNNING', started_at = ? where id = ? and (state = 'APPROVED' or started_at < ?)")
          .params(now(), id, Timestamp.from(clock.instant().minusSeconds(3600))).update());
      if (mine != null && mine == 1) {
        erase(id);
      }
    }
  }

  private void erase(long id) {
    ErasureRequest request = one(id);
    CustomerIdentity identity = identities.of(request.customerCode()).orElseThrow();
    Scope scope = scope(identity.codes());
    Set<String> texts = read(jdbc.sql("select texts from erasure_requests where id = ?").param(id).query(String.class).single());
    // Others have written the same number of a switchboard: what stands in forms is looked for in these cases alone.
    Set<String> typed = typedInto(scope);
    typed.addAll(texts);
    Anonymous own = new Anonymous(typed);
    Anonymous anonymous = new Anonymous(texts);
    int contents = 0;
    for (String caseNumber : scope.cases()) {
      for (PersonalFiles kept : files) {
        contents += kept.erase(caseNumber, own, request.approvedBy());
      }
      trailValues.forgetCase(caseNumber);
    }
    identities.anonymise(request.customerCode());
    Map<String, Integer> changed = tables.replace(own, scope, anonymous.unmistakable());
    Set<String> remaining = tables.remaining(anonymous);
    String found = written(changed) + ", files " + contents;
    transaction.executeWithoutResult(status -> {
      jdbc.sql("update erasure_requests set state = 'DONE', texts = null, done_at = ?, changed = ?, remaining = ? where id = ?")
          .params(now(), found, String.join(", ", remaining), id).update();
      audit.write(new AuditRecord(AuditRecord.Kind.OPERATION, request.approvedBy(), "erase", "customer", request.customerCode(), null,
          Map.of("cases", String.join(",", scope.cases()), "changed", found)));
    });
  }

  private Scope scope(Set<String> codes) {
    Set<String> cases = new TreeSet<>(tables.cases(codes));
    cases.addAll(jdbc.sql("select distinct p.BUSINESS_KEY_ from ACT_HI_PROCINST p join ACT_HI_VARINST v on v.PROC_INST_ID_ = p.PROC_INST_ID_"
        + " where v.NAME_ = 'customerCode' and v.TEXT_ in (:codes) and p.BUSINESS_KEY_ is not null").param("codes", codes).query(String.class).list());
    Set<String> instances = cases.isEmpty() ? Set.of()
        : new TreeSet<>(jdbc.sql("select PROC_INST_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ in (:cases)").param("cases", cases).query(String.class).list());
    return new Scope(codes, cases, instances);
  }

  /** Names and numbers that people typed into the forms of these cases. */
  private Set<String> typedInto(Scope scope) {
    Set<String> texts = new LinkedHashSet<>();
    if (!scope.instances().isEmpty()) {
      jdbc.sql("select v.TEXT_, b.BYTES_ from ACT_HI_VARINST v left join ACT_GE_BYTEARRAY b on b.ID_ = v.BYTEARRAY_ID_ where v.VAR_TYPE_ = 'json' and v.PROC_INST_ID_ in (:instances)")
          .param("instances", scope.instances()).query((row, index) -> StoredJson.text(row.getString(1), row.getBytes(2))).list().stream().filter(Objects::nonNull).forEach(text -> {
            try {
              gather(json.readTree(text), texts);
            } catch (JsonProcessingException noJson) {
              // Nothing that a form wrote.
            }
          });
    }
    return texts;
  }

  private static void gather(JsonNode node, Set<String> texts) {
    node.fields().forEachRemaining(field -> {
      if (field.getValue().isTextual() && NAMING.contains(field.getKey()) && !field.getValue().asText().startsWith(Anonymous.MASK)) {
        texts.add(field.getValue().asText());
      }
    });
    node.forEach(child -> gather(child, texts));
  }

  private void mustHaveNoOpenCase(Scope scope) {
    List<String> open = scope.cases().isEmpty() ? List.of() : jdbc.sql("select distinct BUSINESS_KEY_ from ACT_HI_PROCINST where END_TIME_ is null and BUSINESS_KEY_ in (:cases)")
        .param("cases", scope.cases()).query(String.class).list();
    if (!open.isEmpty()) {
      throw fault(HttpStatus.CONFLICT, "First these cases have to end 下列案件尚未結束: " + String.join(", ", open));
    }
  }

  private void require(List<String> roles) {
    if (!person.holdsAny(roles)) {
      throw fault(HttpStatus.FORBIDDEN, "This is for others. 您沒有此項權限");
    }
  }

  private void mustBeAnother(String... persons) {
    if (List.of(persons).contains(person.userId())) {
      throw fault(HttpStatus.FORBIDDEN, "You took part in this request: somebody else must decide. 職責分離:須由他人決定");
    }
  }

  private ErasureRequest locked(long id, String... states) {
    ErasureRequest found = jdbc.sql("select * from erasure_requests where id = ? for update").param(id).query((row, index) -> request(row)).optional()
        .orElseThrow(() -> fault(HttpStatus.NOT_FOUND, "There is no such request 沒有此申請"));
    if (!List.of(states).contains(found.state())) {
      throw fault(HttpStatus.CONFLICT, "It is not the time for this: the request is " + found.state() + ". 申請狀態不符");
    }
    return found;
  }

  private ErasureRequest one(long id) {
    return jdbc.sql("select * from erasure_requests where id = ?").param(id).query((row, index) -> request(row)).single();
  }

  private void note(String action, ErasureRequest request) {
    audit.write(new AuditRecord(AuditRecord.Kind.OPERATION, person.userId(), action, "customer", request.customerCode(), null, Map.of("reason", request.reason())));
  }

  private static ErasureRequest request(ResultSet row) throws SQLException {
    return new ErasureRequest(row.getLong("id"), row.getString("customer_code"), row.getString("reason"), row.getString("state"), row.getString("requested_by"), instant(row, "requested_at"),
        row.getString("agreed_by"), row.getString("approved_by"), row.getString("refused_by"), row.getString("refusal"), instant(row, "done_at"), row.getString("changed"), row.getString("remaining"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant).orElse(null);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Set<String> read(String texts) {
    try {
      return json.readValue(texts, new TypeReference<LinkedHashSet<String>>() { });
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ResponseStatusException fault(HttpStatus status, String message) {
    return new ResponseStatusException(status, message);
  }
}
