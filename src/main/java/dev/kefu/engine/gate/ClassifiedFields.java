package dev.kefu.engine.gate;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.engine.ClassifiedReading;
import dev.kefu.engine.ClassifiedValues;
import dev.kefu.engine.form.FormComponent;
import dev.kefu.engine.form.FormDefinition;
import dev.kefu.organisation.RoleDirectory;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps the values of classified form fields out of the process variables, and puts them back for those who may read them. A classified
 * field stands directly below its root or in groups, never in a list's rows.
 */
@Component
@RequiredArgsConstructor
class ClassifiedFields implements ClassifiedReading {

  static final String HIDDEN = "●●● (classified 保密)";

  private final ObjectProvider<ClassifiedValues> register;
  private final ObjectProvider<AuditTrail> auditTrail;
  private final ObjectProvider<RoleDirectory> roles;
  private final ObjectProvider<IdentityService> identityService;

  /** Moves the values from what was submitted into their register. The placeholder, sent back untouched, leaves the kept value as it is. */
  void moveOut(FormDefinition form, Map<String, Object> submitted, String processInstanceId) {
    for (FormComponent field : form.classifiedFields()) {
      if (field.path().contains("[]")) {
        throw new IllegalStateException("A field in a list cannot be classified: " + field.path());
      }
      String[] path = field.path().split("\\.");
      parent(submitted, path).filter(parent -> parent.containsKey(last(path))).ifPresent(parent -> {
        Object value = parent.put(last(path), null);
        if (value != null && !value.equals(HIDDEN)) {
          register.getObject().keep(processInstanceId, field.path(), value.toString());
        }
      });
    }
  }

  /** Puts kept values, or the placeholder, into the variables, for the classified fields of a form. Each value given away is audited. */
  void putBack(FormDefinition writer, Map<String, Object> variables, ExecutionEntity execution, Person person) {
    for (FormComponent field : writer.classifiedFields()) {
      String[] path = field.path().split("\\.");
      parent(variables, path).ifPresent(parent -> find(execution, field.path()).ifPresent(
          value -> parent.put(last(path), mayRead(field.readers(), person)
              ? audited(value, field.path(), execution.getProcessBusinessKey(), person) : HIDDEN)));
    }
  }

  /** Takes the values out that the register keeps already, and the placeholder; what was typed anew stays. */
  void takeOutKept(FormDefinition form, Map<String, Object> typed, ExecutionEntity execution) {
    for (FormComponent field : form.classifiedFields()) {
      String[] path = field.path().split("\\.");
      parent(typed, path).ifPresent(parent -> {
        Object value = parent.get(last(path));
        if (value != null && (value.equals(HIDDEN) || find(execution, field.path()).filter(value.toString()::equals).isPresent())) {
          parent.remove(last(path));
        }
      });
    }
  }

  @Override
  public Optional<String> read(String processInstanceId, String path, Collection<String> readers, String caseNumber) {
    ClassifiedValues values = register.getIfAvailable();
    Person person = Person.current(identityService.getObject());
    Optional<String> kept = values == null ? Optional.empty() : values.find(processInstanceId, path);
    return kept.map(value -> person != null && mayRead(readers, person) ? audited(value, path, caseNumber, person) : HIDDEN);
  }

  private String audited(String value, String path, String caseNumber, Person person) {
    auditTrail.getObject().write(new AuditRecord(AuditRecord.Kind.CLASSIFIED_READ, person.userId(), "read", "field", path, caseNumber, Map.of()));
    return value;
  }

  private Optional<String> find(ExecutionEntity execution, String path) {
    ClassifiedValues values = register.getIfAvailable();
    for (ExecutionEntity at = execution; values != null && at != null; at = at.getProcessInstance().getSuperExecution()) {
      Optional<String> value = values.find(at.getProcessInstanceId(), path);
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  private boolean mayRead(Collection<String> readers, Person person) {
    return readers.stream()
        .anyMatch(role -> person.groups().contains(role) || person.groups().contains(roles.getObject().holderOf(role)));
  }

  @SuppressWarnings("unchecked")
  private static Optional<Map<String, Object>> parent(Map<String, Object> variables, String[] path) {
    Object at = variables;
    for (int i = 0; i < path.length - 1 && at instanceof Map; i++) {
      at = ((Map<String, Object>) at).get(path[i]);
    }
    return at instanceof Map ? Optional.of((Map<String, Object>) at) : Optional.empty();
  }

  private static String last(String[] path) {
    return path[path.length - 1];
  }
}
