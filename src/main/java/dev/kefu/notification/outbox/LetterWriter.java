package dev.kefu.notification.outbox;

import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Makes a letter of a message: adds what every text may use. */
@Component
@RequiredArgsConstructor
class LetterWriter {

  /** Fact of a message to a role: user id of who caused it and need not be told. */
  static final String CAUSED_BY = "by";

  private static final String TASK_ID = "taskId";
  private static final String TASKLIST = "/camunda/app/tasklist/default/";

  private final Texts texts;
  private final KefuProperties kefu;

  Letter write(Message message, String recipient, String address) {
    Map<String, String> facts = new HashMap<>(message.facts());
    facts.put("recipient", recipient);
    facts.put("caseNumber", message.caseNumber() == null ? "" : message.caseNumber());
    facts.put("link", kefu.baseUrl() + TASKLIST + (facts.containsKey(TASK_ID) ? "#/?task=" + facts.get(TASK_ID) : ""));
    return texts.write(address, message.template(), facts);
  }
}
