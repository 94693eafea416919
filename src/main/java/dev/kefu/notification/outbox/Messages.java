package dev.kefu.notification.outbox;

import dev.kefu.notification.NotificationLog;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the outbox. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class Messages implements NotificationLog {

  private static final int MOST = 500;

  private final JdbcClient jdbc;
  private final Texts texts;

  @Override
  public List<Entry> ofCase(String caseNumber) {
    return jdbc.sql("select recipient_id as \"to\", template, state, created_at, sent_at from notification_messages where case_number = ? and state <> ? order by id")
        .params(caseNumber, State.expanded.name()).query(Entry.class).list();
  }

  @Override
  public String titleOf(String template) {
    return texts.titleOf(template);
  }

  /** The newest messages; a filter that is null lets everything through. */
  List<MessageView> find(String caseNumber, State state) {
    return jdbc.sql("""
            select id, recipient_kind, recipient_id, template, case_number, state, attempts, created_at, next_attempt, sent_at, last_error
            from notification_messages
            where (case_number = :caseNumber or :caseNumber is null) and (state = :state or :state is null)
            order by id desc limit\s""" + MOST)
        .param("caseNumber", caseNumber).param("state", state == null ? null : state.name()).query(MessageView.class).list();
  }

  boolean exists(long id) {
    return jdbc.sql("select count(*) from notification_messages where id = ?").param(id).query(Long.class).single() > 0;
  }

  /** How many messages stand in a state that should not last. */
  Map<State, Long> unfinished() {
    Map<State, Long> counts = new EnumMap<>(State.class);
    List.of(State.waiting, State.sending, State.failed, State.doubtful, State.noAddress).forEach(state -> counts.put(state,
        jdbc.sql("select count(*) from notification_messages where state = ?").param(state.name()).query(Long.class).single()));
    return counts;
  }
}
