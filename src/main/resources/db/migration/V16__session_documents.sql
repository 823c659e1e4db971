-- A summary that was sent to practitioners is for those who were in their sessions, as a file too.
update review.document set access_class = 'SESSION'
where access_class <> 'SEALED'
  and (kind = 'pre-event-summary'
    or id in (select document_id from review.letter where template = 'cspr/pre-event-summary'));
