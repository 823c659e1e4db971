package org.practicereview.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.practicereview.modelling.Edits;
import org.practicereview.modelling.ModelReleases;
import org.practicereview.modelling.Moves;
import org.practicereview.modelling.ProposalPictures;
import org.practicereview.modelling.ProposalView;
import org.practicereview.modelling.Proposals;
import org.practicereview.modelling.Upload;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.practicereview.security.Role;
import org.practicereview.security.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where model administrators propose, compare, release and undo changes of models. */
@Controller
class ProposalsPage {

  private static final String ADDRESS = "/models/proposals";
  private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

  private final Proposals proposals;
  private final ModelReleases releases;
  private final Moves moves;
  private final ProposalPictures pictures;
  private final Edits edits;
  private final Partnerships partnerships;

  ProposalsPage(
      Proposals proposals,
      ModelReleases releases,
      Moves moves,
      ProposalPictures pictures,
      Edits edits,
      Partnerships partnerships) {
    this.edits = edits;
    this.pictures = pictures;
    this.proposals = proposals;
    this.releases = releases;
    this.moves = moves;
    this.partnerships = partnerships;
  }

  @GetMapping(ADDRESS)
  String all(
      @RequestParam(name = "tooLarge", required = false) String tooLarge,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    requireReader(reader);
    tooLarge(tooLarge, page);
    page.addAttribute("proposals", proposals.all());
    page.addAttribute("proposes", reader.is(Role.MODEL_ADMINISTRATOR));
    page.addAttribute("words", words());
    return "pages/proposals";
  }

  @GetMapping(ADDRESS + "/{id}")
  String one(
      @PathVariable("id") String id,
      @RequestParam(name = "tooLarge", required = false) String tooLarge,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    requireReader(reader);
    tooLarge(tooLarge, page);
    ProposalView view = proposals.view(id, reader.userId());
    boolean administrator = reader.is(Role.MODEL_ADMINISTRATOR);
    boolean proposer = administrator && view.proposal().proposedBy().equals(reader.userId());
    boolean releaser = reader.userId().equals(view.proposal().releasedBy());
    page.addAttribute("view", view);
    page.addAttribute("moves", moves.of(id));
    page.addAttribute("administrator", administrator);
    // An auditor is one of a partnership, and these are the cases of all of them.
    page.addAttribute("namesCases", administrator || reader.is(Role.SYSTEM_ADMINISTRATOR));
    page.addAttribute("mayCorrect", proposer && view.proposal().isOpen());
    page.addAttribute("editors", Editors.of(edits.editable(id), id));
    page.addAttribute("mayRelease", administrator && !proposer && view.isReady());
    page.addAttribute(
        "notUndone", view.proposal().isReleased() ? releases.whyNotUndone(id) : "not released");
    page.addAttribute("mayUndo", administrator && (proposer || releaser));
    page.addAttribute("words", words());
    return "pages/proposal";
  }

  @GetMapping(ADDRESS + "/{id}/picture.svg")
  ResponseEntity<String> picture(
      @PathVariable("id") String id,
      @RequestParam("file") String file,
      @RequestParam(name = "before", defaultValue = "false") boolean before,
      @AuthenticationPrincipal SignedIn reader) {
    requireReader(reader);
    return ResponseEntity.ok().contentType(SVG).body(pictures.svg(id, file, before));
  }

  @GetMapping(ADDRESS + "/{id}/file")
  ResponseEntity<byte[]> file(
      @PathVariable("id") String id,
      @RequestParam("file") String file,
      @AuthenticationPrincipal SignedIn reader) {
    requireReader(reader);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.substring(file.lastIndexOf('/') + 1))
                .build()
                .toString())
        .body(proposals.text(id, file).getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping(ADDRESS)
  String propose(
      @RequestParam("title") String title,
      @RequestParam("reason") String reason,
      @RequestParam("files") List<MultipartFile> files,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    requireAdministrator(by);
    try {
      return "redirect:"
          + ADDRESS
          + "/"
          + proposals.propose(title, reason, uploads(files), by.userId());
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was proposed.");
      back.addFlashAttribute("called", title);
      back.addFlashAttribute("reason", reason);
      return "redirect:" + ADDRESS;
    }
  }

  @PostMapping(ADDRESS + "/{id}/files")
  String correct(
      @PathVariable("id") String id,
      @RequestParam("files") List<MultipartFile> files,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    return does(id, by, back, "", () -> proposals.correct(id, uploads(files), by.userId()));
  }

  @PostMapping(ADDRESS + "/{id}/take-out")
  String takeOut(
      @PathVariable("id") String id,
      @RequestParam("file") String file,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    return does(id, by, back, "", () -> proposals.takeOut(id, file, by.userId()));
  }

  @PostMapping(ADDRESS + "/{id}/look")
  String look(
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    return does(id, by, back, "", () -> proposals.lookedAgain(id, by.userId()));
  }

  @PostMapping(ADDRESS + "/{id}/withdraw")
  String withdraw(
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    return does(id, by, back, "It was withdrawn.", () -> proposals.withdraw(id, by.userId()));
  }

  @PostMapping(ADDRESS + "/{id}/release")
  String release(
      @PathVariable("id") String id,
      @RequestParam("revision") int revision,
      @RequestParam("note") String note,
      @RequestParam(name = "move", defaultValue = "false") boolean move,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    back.addFlashAttribute("note", note);
    return does(
        id,
        by,
        back,
        "It is in use.",
        () -> {
          releases.release(id, revision, note, move, by.userId());
          moves.goOn(id, by.userId());
        });
  }

  /** Goes on with what waits; what was left tries once more if that is asked for. */
  @PostMapping(ADDRESS + "/{id}/move")
  String move(
      @PathVariable("id") String id,
      @RequestParam(name = "again", defaultValue = "false") boolean again,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    return does(
        id,
        by,
        back,
        "",
        () -> {
          if (again) {
            moves.again(id);
          }
          moves.goOn(id, by.userId());
        });
  }

  @PostMapping(ADDRESS + "/{id}/undo")
  String undo(
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    return does(
        id,
        by,
        back,
        "What was in use before is in use again.",
        () -> releases.undo(id, by.userId()));
  }

  /** Proposes the version before, where one click does not bring it back any more. */
  @PostMapping(ADDRESS + "/{id}/again")
  String again(
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    requireAdministrator(by);
    try {
      return "redirect:" + ADDRESS + "/" + proposals.proposeAgain(id, by.userId());
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
      return "redirect:" + ADDRESS + "/" + id;
    }
  }

  private static String does(
      String id, SignedIn by, RedirectAttributes back, String done, Runnable change) {
    requireAdministrator(by);
    try {
      change.run();
      if (!done.isEmpty()) {
        back.addFlashAttribute("done", done);
      }
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + "\nNothing was changed.");
    }
    return "redirect:" + ADDRESS + "/" + id;
  }

  private static void tooLarge(String tooLarge, Model page) {
    if (tooLarge != null) {
      page.addAttribute("refused", "The files are too large. Send up to 12 MB, each up to 1 MB.");
    }
  }

  private static List<Upload> uploads(List<MultipartFile> files) {
    return files.stream()
        .filter(file -> file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty())
        .map(
            file -> {
              try {
                return new Upload(file.getOriginalFilename(), file.getBytes());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toList();
  }

  private PlainWords words() {
    return new PlainWords(partnerships.all().get(0));
  }

  private static void requireReader(SignedIn reader) {
    if (!ModelsPage.mayRead(reader)) {
      throw new NotAllowed();
    }
  }

  private static void requireAdministrator(SignedIn by) {
    if (!by.is(Role.MODEL_ADMINISTRATOR)) {
      throw new NotAllowed();
    }
  }
}
