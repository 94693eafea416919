package dev.kefu.engine.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/** How one process uses another. */
final class CallRules {

  static final String PROCEDURE_TO_COME = "procedure-to-come";

  static final List<Rule> RULES = List.of(
      Rule.ofProcess("call-known", "A call activity names a process that exists.", CallRules::known),
      Rule.ofProcess("call-version", "A part of this process is called in the version deployed with it, any other process in its latest.", CallRules::version),
      Rule.ofProcess("call-mappings", "A call hands over and takes back each variable by name.", CallRules::mappings),
      Rule.ofProcess("call-given", "What a call hands over is set in the caller, and what it takes back is set in the called process.", CallRules::given),
      Rule.ofAll("call-to-come", "The number of calls that stand for a procedure not built yet is known and falls.", CallRules::toCome));

  private CallRules() {
  }

  private static void known(ProcessFile file, Findings findings) {
    file.all(CallActivity.class).stream().filter(call -> target(file, call).isEmpty()).forEach(call -> findings.add(file, call,
        "calls the process \"" + call.getCalledElement() + "\", which does not exist. Correct the id, or call " + PROCEDURE_TO_COME + "."));
  }

  private static void version(ProcessFile file, Findings findings) {
    for (CallActivity call : file.all(CallActivity.class)) {
      String called = Optional.ofNullable(call.getCalledElement()).orElse("");
      String binding = Optional.ofNullable(call.getCamundaCalledElementBinding()).orElse("latest");
      String wanted = called.startsWith(file.id() + "-") ? "deployment" : "latest";
      if (!binding.equals(wanted)) {
        findings.add(file, call, "calls \"" + called + "\" with the binding \"" + binding + "\". Set it to \"" + wanted + "\".");
      }
    }
  }

  private static void mappings(ProcessFile file, Findings findings) {
    for (CallActivity call : file.all(CallActivity.class)) {
      Collection<CamundaIn> in = Elements.extensions(call, CamundaIn.class);
      Collection<CamundaOut> out = Elements.extensions(call, CamundaOut.class);
      if (Stream.concat(in.stream().map(CamundaIn::getCamundaVariables), out.stream().map(CamundaOut::getCamundaVariables)).anyMatch("all"::equals)) {
        findings.add(file, call, "maps all variables. Name each variable that is handed over.");
      }
      if (in.stream().noneMatch(mapping -> mapping.getCamundaTarget() != null) && in.stream().noneMatch(mapping -> mapping.getCamundaVariables() != null)) {
        findings.add(file, call, "hands nothing over. Add the \"in\" mappings that the called process needs.");
      }
      Stream.concat(in.stream().map(CamundaIn::getCamundaTarget), out.stream().map(CamundaOut::getCamundaTarget))
          .filter(name -> name != null && !name.matches(Texts.CAMEL_CASE)).forEach(name -> findings.add(file, call,
              "maps to the variable \"" + name + "\". Names of variables are camelCase."));
    }
  }

  private static void given(ProcessFile file, Findings findings) {
    for (CallActivity call : file.all(CallActivity.class)) {
      Set<String> own = Variables.union(file.models().variables(file), VariableRules.ownVariables(call));
      Elements.extensionValues(call, "in", "source").filter(name -> !own.contains(name)).forEach(name -> findings.add(file, call,
          "hands over \"" + name + "\", which nothing in this process sets. Correct the name, or say with the property sets which step sets it."));
      target(file, call).ifPresent(called -> {
        Set<String> theirs = file.models().variables(called);
        Elements.extensionValues(call, "out", "source").filter(name -> !theirs.contains(name)).forEach(name -> findings.add(file, call,
            "takes back \"" + name + "\", which nothing in " + called.id() + " sets. Correct the name."));
      });
    }
  }

  private static void toCome(Models models, Findings findings) {
    List<String> uses = models.processes().stream().flatMap(file -> file.all(CallActivity.class).stream())
        .filter(call -> PROCEDURE_TO_COME.equals(call.getCalledElement())).map(BaseElement::getId).sorted().toList();
    if (models.around().proceduresToCome() >= 0 && uses.size() != models.around().proceduresToCome()) {
      findings.add("", PROCEDURE_TO_COME, uses.size() + " calls stand for a procedure that is not built yet, " + models.around().proceduresToCome()
          + " are expected: " + uses + ". Build one, or have the expected number changed.");
    }
  }

  static Optional<ProcessFile> target(ProcessFile file, CallActivity call) {
    return Optional.ofNullable(call.getCalledElement()).flatMap(file.models()::process);
  }
}
