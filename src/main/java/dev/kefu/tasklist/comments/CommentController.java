package dev.kefu.tasklist.comments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Serves Tasklist's tab "Comments 備註". */
@RestController
@RequestMapping("/camunda/api/kefu/tasks/{taskId}/comments")
@RequiredArgsConstructor
class CommentController {

  private final CaseComments comments;

  /** Comments of the task's case, newest first; 404 for a task that the caller cannot see. */
  @GetMapping
  List<CaseComment> all(@PathVariable String taskId) {
    return comments.of(taskId).orElseThrow(CommentController::unknownTask);
  }

  /** Adds a comment; 400 for an empty or too long one, 404 for a task that the caller cannot see. */
  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void add(@PathVariable String taskId, @Valid @RequestBody NewComment comment) {
    if (!comments.add(taskId, comment.message().strip())) {
      throw unknownTask();
    }
  }

  private static ResponseStatusException unknownTask() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "This task is not there, or not yours. 沒有此任務，或非您的任務。");
  }

  /**
   * A comment to be.
   *
   * @param message 1 to 4,000 characters
   */
  record NewComment(@NotBlank @Size(max = 4000) String message) {
  }
}
