package dev.kefu.engine.gate;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Lets members of the repair group do over HTTP what the gate refuses to everybody, with a reason in the header
 * {@value #REASON_HEADER} (percent-encoded UTF-8, 5 to 500 characters). The audit trail keeps a digest of the reason, the engine's operation
 * log the reason itself.
 */
@Component
@RequiredArgsConstructor
class RepairDoor {

  static final String REASON_HEADER = "Kefu-Repair-Reason";
  private static final int MIN_LENGTH = 5;
  private static final int MAX_LENGTH = 500;
  private static final List<String> SUBJECTS = List.of("taskId", "processInstanceId", "executionId", "entityId", "processDefinitionId", "processInstanceIds",
      "processDefinitionIds", "processDefinitionKey", "deploymentId", "variableInstanceId", "historicDecisionInstanceId", "entryId");

  private final ObjectProvider<AuditTrail> auditTrail;
  private final Refusals refusals;

  Object execute(Command<?> command, Person person, CommandContext context, Supplier<Object> proceed, String what) {
    if (!person.mayRepair()) {
      refusals.ofCommand(command.getClass());
      throw Refusal.badRequest("Not possible by hand: " + what + ". Complete the task with its form, or ask an administrator."
          + " 不可手工操作,請填寫任務表單或聯繫管理員");
    }
    String reason = reason();
    auditTrail.getObject().write(new AuditRecord(AuditRecord.Kind.REPAIR, person.userId(), command.getClass().getSimpleName(), "case",
        subject(command), null, Map.of("reason", reason)));
    Object result = proceed.get();
    context.getDbEntityManager().getCachedEntitiesByType(UserOperationLogEntryEventEntity.class).forEach(entry -> entry.setAnnotation(reason));
    return result;
  }

  private static String reason() {
    String header = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
        ? attributes.getRequest().getHeader(REASON_HEADER) : null;
    String reason = header == null ? "" : decode(header).strip();
    if (reason.length() < MIN_LENGTH || reason.length() > MAX_LENGTH) {
      throw Refusal.badRequest("Give the reason of the repair in the header " + REASON_HEADER + " (percent-encoded, " + MIN_LENGTH + " to "
          + MAX_LENGTH + " characters). 請在請求頭中說明修復原因");
    }
    return reason;
  }

  private static String decode(String header) {
    try {
      return URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badEncoding) {
      return "";
    }
  }

  private static Stream<String> named(Object value) {
    return value instanceof Collection<?> several && !several.isEmpty() ? Stream.of(String.join(",", several.stream().map(String::valueOf).toList()))
        : value instanceof String one ? Stream.of(one) : Stream.empty();
  }

  private static String subject(Command<?> command) {
    Object carrier = Stream.of("builder", "instantiationBuilder").map(name -> CommandFields.get(command, name)).filter(Objects::nonNull)
        .findFirst().orElse(command);
    return SUBJECTS.stream().map(name -> CommandFields.get(carrier, name)).flatMap(RepairDoor::named)
        .findFirst().orElse("-");
  }
}
