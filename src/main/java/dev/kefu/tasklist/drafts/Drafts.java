package dev.kefu.tasklist.drafts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.engine.OpenForms;
import dev.kefu.organisation.CurrentPerson;
import dev.kefu.tasklist.drafts.DraftKeys.Sealed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts of task forms. A draft is the person's who typed it, and readable while that person may complete the task; whoever gets the task gets no draft with it. */
@Service
@RequiredArgsConstructor
class Drafts {

  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
  };
  private static final int TRIES = 3;

  private final OpenForms forms;
  private final DraftKeys keys;
  private final DraftProperties settings;
  private final CurrentPerson currentPerson;
  private final JdbcClient jdbc;
  private final Clock clock;

  /**
   * What a page in a browser sends.
   *
   * @param person who was logged in when it was typed
   * @param writer the page's own name
   * @param edition counted by the page
   * @param base revision of the draft that the page knows; null for none
   * @param data by root of the form
   */
  record Typed(String person, String writer, int edition, String base, Map<String, Object> data) {
  }

  /**
   * A draft.
   *
   * @param revision names this edition of it
   * @param savedAt ready to be read
   * @param data null when it cannot be decrypted, or when it was just written
   */
  record Draft(String revision, String savedAt, Map<String, Object> data) {
  }

  private record Row(String writer, int edition, String keyName, byte[] content, LocalDateTime savedAt) {

    String revision() {
      return writer + ":" + edition;
    }

    boolean isOf(String page) {
      return writer.equals(page);
    }

    String at() {
      return AT.format(savedAt);
    }
  }

  /** The caller's draft; empty when there is none, and for a task that the caller cannot complete now. */
  @Transactional
  public Optional<Draft> of(String taskId) {
    String person = currentPerson.userId();
    return forms.rootsOf(taskId).flatMap(roots -> row(person, taskId)).map(row -> new Draft(row.revision(), row.at(),
        keys.open(new Sealed(row.keyName(), row.content()), place(person, taskId)).map(Drafts::read).orElse(null)));
  }

  /**
   * Keeps what the caller typed; an older edition of the same page changes nothing. Each statement stands for itself: of several transactions that insert the same row, those
   * that fail keep a lock on it, wait for one another, and MySQL ends all but one.
   *
   * @return the draft that is kept now, without its data
   * @throws DraftProblem 404 not the caller's to complete, 403 typed by somebody else, 400 not of this form, 413 too large, 409 another page wrote meanwhile
   */
  public Draft keep(String taskId, Typed typed) {
    String person = currentPerson.userId();
    if (!person.equals(typed.person())) {
      throw DraftProblem.somebodyElse();
    }
    Set<String> roots = forms.rootsOf(taskId).orElseThrow(DraftProblem::notYours);
    if (typed.data().isEmpty() || !roots.containsAll(typed.data().keySet())) {
      throw DraftProblem.notOfThisForm();
    }
    forms.takeOutKept(taskId, typed.data());
    byte[] plain = write(typed.data());
    if (plain.length > settings.largest().toBytes()) {
      throw DraftProblem.tooLarge(settings.largest());
    }
    Row row = row(typed, keys.seal(plain, place(person, taskId)));
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<Draft> kept = keep(person, taskId, row, typed.base());
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    throw new IllegalStateException("The draft of task " + taskId + " comes and goes");
  }

  private Row row(Typed typed, Sealed sealed) {
    return new Row(typed.writer(), typed.edition(), sealed.keyName(), sealed.content(), LocalDateTime.now(clock));
  }

  /** Empty when somebody wrote or deleted it at this very moment. */
  private Optional<Draft> keep(String person, String taskId, Row row, String base) {
    int split = base == null ? -1 : base.lastIndexOf(':');
    int updated = jdbc.sql("update tasklist_drafts set writer = ?, edition = ?, key_name = ?, content = ?, saved_at = ? where person = ? and task_id = ?"
            + " and (writer = ? and edition < ? or writer = ? and edition = ?)")
        .params(row.writer(), row.edition(), row.keyName(), row.content(), row.savedAt(), person, taskId, row.writer(), row.edition(),
            split < 0 ? "" : base.substring(0, split), split < 0 ? 0 : Integer.parseInt(base.substring(split + 1))).update();
    if (updated == 1) {
      return Optional.of(new Draft(row.revision(), row.at(), null));
    }
    Optional<Row> there = row(person, taskId);
    if (there.isPresent()) {
      Row other = there.get();
      if (other.revision().equals(base) || other.isOf(row.writer()) && other.edition() < row.edition()) {
        return Optional.empty();
      }
      if (other.isOf(row.writer())) {
        // An edition that came late was overtaken by the next one of the same page.
        return Optional.of(new Draft(other.revision(), other.at(), null));
      }
      throw DraftProblem.overtaken(other.revision(), other.at());
    }
    try {
      jdbc.sql("insert into tasklist_drafts (person, task_id, writer, edition, key_name, content, saved_at) values (?, ?, ?, ?, ?, ?, ?)")
          .params(person, taskId, row.writer(), row.edition(), row.keyName(), row.content(), row.savedAt()).update();
      return Optional.of(new Draft(row.revision(), row.at(), null));
    } catch (DuplicateKeyException somebodyWasFaster) {
      return Optional.empty();
    }
  }

  /** Deletes the caller's draft. */
  @Transactional
  public void discard(String taskId) {
    jdbc.sql("delete from tasklist_drafts where person = ? and task_id = ?").params(currentPerson.userId(), taskId).update();
  }

  /** Deletes everybody's drafts of a task that has ended, in the transaction in which it ends. */
  void taskHasEnded(String taskId) {
    jdbc.sql("delete from tasklist_drafts where task_id = ?").param(taskId).update();
  }

  /** Deletes what nobody has gone on with, and what was written at the very moment in which its task ended. Returns how many. */
  int forget() {
    return jdbc.sql("delete from tasklist_drafts where saved_at < ?").param(LocalDateTime.now(clock).minus(settings.keep())).update()
        + jdbc.sql("delete from tasklist_drafts where task_id not in (select ID_ from ACT_RU_TASK)").update();
  }

  private Optional<Row> row(String person, String taskId) {
    List<Row> found = jdbc.sql("select writer, edition, key_name, content, saved_at from tasklist_drafts where person = ? and task_id = ?").params(person, taskId)
        .query((row, number) -> new Row(row.getString(1), row.getInt(2), row.getString(3), row.getBytes(4), row.getObject(5, LocalDateTime.class))).list();
    return found.stream().findFirst();
  }

  private static String place(String person, String taskId) {
    return taskId + "\n" + person;
  }

  private static byte[] write(Map<String, Object> data) {
    try {
      return JSON.writeValueAsBytes(data);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Map<String, Object> read(byte[] plain) {
    try {
      return JSON.readValue(plain, OBJECT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
