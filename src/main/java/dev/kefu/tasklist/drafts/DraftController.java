package dev.kefu.tasklist.drafts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.tasklist.drafts.Drafts.Draft;
import dev.kefu.tasklist.drafts.Drafts.Typed;
import java.io.IOException;
import java.io.InputStream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Serves the drafts of Tasklist's task forms; the browser keeps none of it. */
@RestController
@RequestMapping("/camunda/api/kefu/tasks/{taskId}/draft")
@RequiredArgsConstructor
class DraftController {

  /** Room for what stands around the data. */
  private static final int AROUND = 1024;

  private final Drafts drafts;
  private final DraftProperties settings;
  private final ObjectMapper json;

  /** The caller's draft; 204 when there is none, and for a task that the caller cannot complete now. */
  @GetMapping
  ResponseEntity<Draft> read(@PathVariable String taskId) {
    return drafts.of(taskId).map(draft -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(draft))
        .orElseGet(() -> ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build());
  }

  /** Keeps what was typed; refused as {@link Drafts#keep} says. */
  @PutMapping
  Draft keep(@PathVariable String taskId, InputStream body) throws IOException {
    int most = (int) settings.largest().toBytes() + AROUND;
    byte[] bytes = body.readNBytes(most + 1);
    if (bytes.length > most) {
      throw DraftProblem.tooLarge(settings.largest());
    }
    return drafts.keep(taskId, typed(bytes));
  }

  private Typed typed(byte[] bytes) throws IOException {
    try {
      Typed typed = json.readValue(bytes, Typed.class);
      if (typed == null || typed.person() == null || typed.data() == null || typed.writer() == null || !typed.writer().matches("[\\w-]{1,36}")
          || typed.base() != null && !typed.base().matches("[\\w-]{1,36}:\\d{1,9}")) {
        throw DraftProblem.notOfThisForm();
      }
      return typed;
    } catch (JsonProcessingException noJson) {
      throw DraftProblem.notOfThisForm();
    }
  }

  /** Deletes the caller's draft, if there is one. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(@PathVariable String taskId) {
    drafts.discard(taskId);
  }
}
