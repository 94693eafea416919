package dev.kefu.tasklist.cards;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Serves the cards of one page of Tasklist's list in one call. */
@RestController
@RequiredArgsConstructor
class CardController {

  /** Tasklist shows 15 tasks a page; a filter may ask for more. */
  private static final int MOST = 50;

  private final TaskCards cards;

  /** Cards of the tasks that the caller may read; 400 for more than 50 ids. */
  @GetMapping("/camunda/api/kefu/cards")
  List<TaskCard> cards(@RequestParam List<String> taskIds) {
    if (taskIds.size() > MOST) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Ask for at most " + MOST + " cards at once.");
    }
    return taskIds.isEmpty() ? List.of() : cards.of(taskIds);
  }
}
