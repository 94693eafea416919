package dev.kefu.release.proposals;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditRecord.Kind;
import dev.kefu.audit.AuditTrail;
import dev.kefu.engine.RunningModels;
import dev.kefu.engine.RunningModels.CaseMove;
import dev.kefu.engine.RunningModels.Deployed;
import dev.kefu.engine.RunningModels.RunningFile;
import dev.kefu.engine.RunningModels.StaleModel;
import dev.kefu.engine.RunningModels.UnusableModel;
import dev.kefu.engine.RunningModels.Wrong;
import dev.kefu.organisation.CurrentPerson;
import dev.kefu.organisation.ReleasedWork;
import dev.kefu.release.proposals.Proposal.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The way of a change into effect: uploaded, checked, approved by a second person, deployed, and back. */
@Service
@RequiredArgsConstructor
class Releases {

  static final String PROCESS_OWNER = "process-owner";

  private static final int LONGEST_TEXT = 1000;
  private static final int MOST_FILES = 20;
  private static final int LARGEST_FILE = 4 * 1024 * 1024;
  private static final List<String> KINDS = List.of(".bpmn", ".dmn", ".form");

  private final RunningModels running;
  private final ProposalTables tables;
  private final CaseFollowing following;
  private final ReleasedWork work;
  private final CurrentPerson person;
  private final AuditTrail audit;
  private final TransactionOperations transactions;

  boolean isAllowed() {
    return person.holdsAny(List.of(PROCESS_OWNER));
  }

  void mustBeAllowed() {
    if (!isAllowed()) {
      throw ReleaseProblem.notYours();
    }
  }

  /** A file in effect, to be changed; what is taken away is remembered, so that an upload that comes too late is found. */
  RunningFile takeAway(String path) {
    mustBeAllowed();
    RunningFile file = running.all().stream().filter(one -> one.path().equals(path)).findFirst().orElseThrow(() -> ReleaseProblem.unknownFile(path));
    transactions.executeWithoutResult(status -> {
      tables.takenAway(person.userId(), path, running.digest(file.content()));
      audit.write(new AuditRecord(Kind.EXPORT, person.userId(), "takeAwayFile", "file", path, null, Map.of()));
    });
    return file;
  }

  /** All releases are taken away as files. */
  void noteExport() {
    mustBeAllowed();
    audit.write(new AuditRecord(Kind.EXPORT, person.userId(), "exportReleases", "release", null, null, Map.of()));
  }

  /** Checks what was uploaded and keeps it as a proposal; nothing is in effect yet. */
  long propose(Map<String, byte[]> uploads, String reason, boolean moveCases) {
    mustBeAllowed();
    checkEntry(uploads, reason);
    List<RunningFile> inEffect = running.all();
    Map<String, ProposalFile> files = new TreeMap<>();
    uploads.forEach((name, content) -> add(name, content, inEffect, files));
    if (files.isEmpty()) {
      throw ReleaseProblem.faulty("files", "Files 檔案", "are the same as those in effect 與生效版本相同");
    }
    check(contents(files.values()));
    Long id = transactions.execute(status -> {
      long added = tables.add(reason.strip(), moveCases, person.userId(), files.values());
      note("proposeRelease", added, files.values());
      return added;
    });
    return Optional.ofNullable(id).orElseThrow();
  }

  private static void checkEntry(Map<String, byte[]> uploads, String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_TEXT) {
      throw ReleaseProblem.faulty("reason", "Reason 原因", "is required, at most " + LONGEST_TEXT + " characters 為必填");
    }
    if (uploads.isEmpty() || uploads.size() > MOST_FILES) {
      throw ReleaseProblem.faulty("files", "Files 檔案", "must be one to " + MOST_FILES + " 須為 1 至 " + MOST_FILES + " 個");
    }
    uploads.forEach((name, content) -> {
      if (KINDS.stream().noneMatch(name::endsWith) || !name.matches("[A-Za-z0-9._-]+")) {
        throw ReleaseProblem.faulty("files", "Files 檔案", "\"" + name + "\" is neither a model (.bpmn), a table (.dmn) nor a form (.form) 不是模型、規則表或表單");
      }
      if (content.length == 0 || content.length > LARGEST_FILE) {
        throw ReleaseProblem.faulty("files", "Files 檔案", "\"" + name + "\" is empty or larger than 4 MB 檔案為空或超過 4 MB");
      }
    });
  }

  private void add(String name, byte[] content, List<RunningFile> inEffect, Map<String, ProposalFile> files) {
    String path = running.pathOf(name, inEffect);
    if (path.isEmpty()) {
      throw ReleaseProblem.faulty("files", "Files 檔案", "\"" + name + "\" belongs to no process: its name must begin with the id of one 檔名須以流程代碼開頭");
    }
    byte[] before = inEffect.stream().filter(file -> file.path().equals(path)).findFirst().map(RunningFile::content).orElse(null);
    String basis = before == null ? "" : running.digest(before);
    if (basis.equals(running.digest(content))) {
      return;
    }
    if (tables.takenAway(person.userId(), path).filter(taken -> !taken.equals(basis)).isPresent()) {
      throw ReleaseProblem.stale(path);
    }
    files.put(path, new ProposalFile(path, basis, before, content));
  }

  /** By the rules of the build, and then by the engine itself. */
  private CaseMove check(Map<String, byte[]> changed) {
    List<Wrong> wrong = running.check(changed);
    if (!wrong.isEmpty()) {
      throw ReleaseProblem.wrong(wrong);
    }
    try {
      return running.forecast(changed);
    } catch (UnusableModel e) {
      throw ReleaseProblem.wrong(List.of(new Wrong("", "", "The engine does not take it: " + e.getMessage(), "engine")));
    }
  }

  Proposal find(long id) {
    mustBeAllowed();
    return tables.find(id).orElseThrow(ReleaseProblem::unknown);
  }

  List<ProposalFile> files(long id) {
    return tables.files(id);
  }

  /** Paths of the files of proposals, by proposal. */
  Map<Long, List<String>> paths(List<Proposal> proposals) {
    return tables.paths(proposals.stream().map(Proposal::id).toList());
  }

  List<Proposal> latest() {
    mustBeAllowed();
    return tables.latest();
  }

  /** What would happen to running cases if it were approved now; empty for one that waits for nothing, or that fits no more to what is in effect. */
  Optional<CaseMove> forecast(Proposal proposal) {
    try {
      return proposal.state() == State.PROPOSED ? Optional.of(running.forecast(contents(tables.files(proposal.id())))) : Optional.empty();
    } catch (UnusableModel e) {
      return Optional.empty();
    }
  }

  /** Puts it into effect; the person is another one than whoever proposed it. */
  Proposal approve(long id, String note) {
    Proposal proposal = find(id);
    if (proposal.proposedBy().equals(person.userId())) {
      audit.write(new AuditRecord(Kind.REFUSAL, person.userId(), "approveRelease", "release", String.valueOf(id), null, Map.of()));
      throw ReleaseProblem.ownProposal();
    }
    List<ProposalFile> files = tables.files(id);
    check(contents(files));
    inEffect(() -> {
      if (!tables.decide(id, State.RELEASED, person.userId(), shortened(note))) {
        throw ReleaseProblem.decided();
      }
      List<Deployed> done = running.release(contents(files), files.stream().collect(toMap(ProposalFile::path, ProposalFile::basis)));
      report(proposal, done, grant(files));
      note("release", id, files);
    });
    following.begin(id);
    return find(id);
  }

  void refuse(long id, String note) {
    Proposal proposal = find(id);
    if (proposal.proposedBy().equals(person.userId())) {
      throw ReleaseProblem.ownProposal();
    }
    if (note == null || note.isBlank()) {
      throw ReleaseProblem.faulty("note", "Reason 原因", "is required 為必填");
    }
    decide(id, State.REFUSED, note, "refuseRelease");
  }

  void withdraw(long id) {
    if (!find(id).proposedBy().equals(person.userId())) {
      throw ReleaseProblem.othersProposal();
    }
    decide(id, State.WITHDRAWN, null, "withdrawRelease");
  }

  private void decide(long id, State to, String note, String action) {
    transactions.executeWithoutResult(status -> {
      if (!tables.decide(id, to, person.userId(), shortened(note))) {
        throw ReleaseProblem.decided();
      }
      note(action, id, tables.files(id));
    });
  }

  /** The versions before are in effect again, at once: they were approved when they came. New files stay, and nothing uses them. */
  Proposal takeBack(long id) {
    Proposal proposal = find(id);
    Map<String, byte[]> before = new LinkedHashMap<>();
    Map<String, String> basis = new HashMap<>();
    tables.files(id).stream().filter(file -> file.before() != null).forEach(file -> {
      before.put(file.path(), file.before());
      basis.put(file.path(), running.digest(file.content()));
    });
    if (before.isEmpty()) {
      throw ReleaseProblem.nothingBefore();
    }
    inEffect(() -> {
      if (!tables.takeBack(id, person.userId())) {
        throw ReleaseProblem.notInEffect();
      }
      List<Deployed> done = running.release(before, basis);
      report(proposal, done, withdraw(tables.files(id)));
      note("returnRelease", id, tables.files(id));
    });
    following.begin(id);
    return find(id);
  }

  /** Not while cases are still on their way to the version before: they would be taken to one that is not in effect any more. */
  private void inEffect(Runnable work) {
    if (!tables.unfinished().isEmpty()) {
      throw ReleaseProblem.underWay();
    }
    try {
      transactions.executeWithoutResult(status -> work.run());
    } catch (StaleModel e) {
      throw ReleaseProblem.stale(e.path());
    } catch (UnusableModel e) {
      throw ReleaseProblem.wrong(List.of(new Wrong("", "", "The engine does not take it: " + e.getMessage(), "engine")));
    }
  }

  /** Roles that a model names for the first time may open its tasks from now on. */
  private List<String> grant(List<ProposalFile> files) {
    List<String> granted = new ArrayList<>();
    newRoles(files).forEach((process, roles) -> work.grant(process, roles).forEach(role -> granted.add("May work now 新增辦理權限: " + role + " → " + process)));
    return granted;
  }

  /** Roles by process that a model names and the one before does not. */
  private static Map<String, Set<String>> newRoles(Collection<ProposalFile> files) {
    Map<String, Set<String>> named = new TreeMap<>();
    files.stream().filter(file -> file.path().endsWith(".bpmn")).forEach(file -> {
      Set<String> roles = NamedRoles.in(file.content());
      if (file.before() != null) {
        roles.removeAll(NamedRoles.in(file.before()));
      }
      named.put(NamedRoles.processOf(file.content()), roles);
    });
    return named;
  }

  /** And takes it away again, where nobody has open tasks by it. */
  private List<String> withdraw(List<ProposalFile> files) {
    List<String> withdrawn = new ArrayList<>();
    newRoles(files.stream().filter(file -> file.before() != null).toList())
        .forEach((process, roles) -> work.withdraw(process, roles).forEach(role -> withdrawn.add("No longer works there 取消辦理權限: " + role + " → " + process)));
    return withdrawn;
  }

  private void report(Proposal proposal, List<Deployed> deployed, List<String> rights) {
    List<String> lines = new ArrayList<>(Optional.ofNullable(proposal.report()).map(List::of).orElse(List.of()));
    deployed.forEach(one -> lines.add("Deployed 已部署: " + one.name() + " (" + one.deploymentId() + ")"));
    lines.addAll(rights);
    if (proposal.moveCases()) {
      tables.follow(proposal.id(), deployed);
    } else {
      lines.add("Running cases stay with their version 運行案件按原版本繼續");
    }
    tables.report(proposal.id(), String.join("\n", lines));
  }

  private void note(String action, long id, Collection<ProposalFile> files) {
    audit.write(new AuditRecord(Kind.DEPLOYMENT, person.userId(), action, "release", String.valueOf(id), null,
        Map.of("files", files.stream().map(file -> file.path() + " " + running.digest(file.content())).collect(joining(", ")))));
  }

  private static Map<String, byte[]> contents(Collection<ProposalFile> files) {
    return files.stream().collect(toMap(ProposalFile::path, ProposalFile::content));
  }

  private static String shortened(String note) {
    return note == null || note.length() <= LONGEST_TEXT ? note : note.substring(0, LONGEST_TEXT);
  }
}
