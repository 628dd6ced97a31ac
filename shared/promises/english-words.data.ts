/** Our people in English. */
export const staff =
  "team colleague colleagues agent agents specialist specialists manager managers engineer engineers technician technicians advisor adviser advisors member support someone somebody supervisor plumber handler officer representative rep department billing finance housing expert experts helpdesk crew surveyor caseworker staff contractor electrician fitter installer handyman dispatcher coordinator supervisor crew technicians rep caretaker concierge chef reception housekeeping kitchen warehouse workshop jeweller tailor florist baker barber stylist groomer vet optician trainer guide buyer watchmaker curator host doctor nurse head lead director founder treasurer coach referee developer developers guys lads folks volunteer chair chairman captain steward conductor teacher headteacher tutor professor lecturer admin moderator someone's somebody's vicar priest pastor imam rabbi painter carpenter joiner roofer glazier gardener decorator builder bookkeeper paralegal lawyer realtor architect photographer editor journalist producer archivist midwife physio physiotherapist psychologist hygienist orthodontist beautician masseur instructor caterer waiter bartender skipper principal dean janitor cleaner porter night-porter bailiff clerk treasurer organist choirmaster cook apprentice trainee intern girls boys crewmate trustee";

/** A word that ends so is one of our people: "caseworker", "inspector". */
export const staffEndings =
  /(?:worker|officer|adviser|advisor|engineer|specialist|technician|supervisor|handler|nurse|clerk|registrar|inspector|surveyor|assessor|adjuster|teacher|tutor|receptionist|pharmacist|dentist|therapist|consultant|administrator|planner|secretary|librarian|warden|ranger|mechanic|plumber|fitter|electrician|solicitor|accountant|committee|panel)$/;

/** People and firms that are not ours. */
export const outsiders =
  'dhl ups fedex dpd postnl hermes evri usps courier carrier airline supplier manufacturer police hotel seller garage landlord bank council ombudsman court royal parcelforce yodel amazon customer post driver insurer gp venue organiser organizer promoter vendor owner wholesaler distributor importer';

/** Verbs of calling, all forms. */
export const callVerbs =
  'call calls calling called phone phones phoning phoned ring rings ringing rung telephone callback callbacks';

/** Verbs of answering and telling. */
export const tellVerbs =
  'reply replies replying replied respond responds responding responded answer answers answering answered write writes contact contacts contacting contacted update updates updating updated inform informs informed notify notifies notified email emails emailing emailed e-mail text texts texting message messages messaging dm ping pinging drop tell relay report tells advise reach explain follow informed';

/** Nouns for an answer in the widest sense. */
export const answers =
  'reply replies response responses answer answers update updates email emails message text news decision feedback outcome call-back info information word touch notification proposal ping dm verdict ruling findings result results confirmation';

/** Verbs of doing something for a customer. */
export const actVerbs =
  'send sends sending ship ships shipping dispatch deliver delivers refund refunds refunding reimburse pay pays paying credit repair repairs repairing fix fixes fixing resolve resolves resolving solve sort sorts sorting replace replaces replacing process processes processing handle handles handling investigate investigates investigating check checks checking look looks looking review reviews reviewing visit visits assess assesses arrange arranges arranging schedule book rebook cancel correct adjust change issue issues issuing forward forwards forwarding pass confirm confirms confirming inspect inspects pick collect install activate transfer return escalate chase help helps assist provide provides prepare share shares complete finish restore reset reopen remove upgrade add raise transfer post decide decides bring come comes get gets deal deals dealing waive reverse reinstate reactivate unlock unblock void swap exchange redeliver resend reship reissue honour honor expedite prioritise organise organize source locate trace track dispatching mail pop amend verify liaise push rush courier chasing escalating raising arranging resending crediting correcting dig double-check reconnect rebuild reprint print deduct top compensate compensating offset redo rectify rectifying settle recalculate recalculating remove removing booking collect collecting delivering preparing have give gives make makes put let take walk posting reschedule rescheduling repaint patch patching merge deploy deploying clean cleaning clear clearing mend mending trim rewrite redraft draft drafting hand rearrange rearranging retry rerun regenerate recalibrate adjust tune clarify allocate assign source sourcing order ordering reorder redirect relabel update overnight';

/** Participles of service. */
export const doneForms =
  'sent shipped dispatched delivered refunded reimbursed paid credited repaired fixed resolved solved sorted replaced processed handled investigated checked reviewed visited assessed arranged scheduled booked rebooked cancelled canceled corrected adjusted issued forwarded confirmed inspected collected installed activated transferred returned escalated answered replied contacted called informed notified updated emailed helped assisted completed finished restored reset re-sent resent dealt looked released reopened applied responded actioned assigned prepared given provided posted changed investigated waived reversed reinstated reactivated unlocked swapped exchanged redelivered reissued expedited traced compensated rectified settled recalculated reconnected printed mailed served removed recorded patched mended cleared unblocked cleaned rescheduled repainted refitted refilled rebooted relit reprinted rewritten rearranged';

/** What else a customer waits for. */
export const goods =
  'refund money payment parcel package order card voucher tickets ticket code codes replacement letter bill invoice credit sim line heating power internet compensation documents tracking label delivery repair funds item items account booking claim deposit certificate licence license keys key statement passport permit glasses form forms contract link password copy paperwork brochure voucher schedule quote estimate photo photos file policy';

/** Verbs that promise nothing with our people as their subject. */
export const idleVerbs =
  'hope love see know think believe understand appreciate apologise apologize regret close open work need want require ask wish recommend suggest thank value remain stay celebrate expect sell offer keep like enjoy close prefer mean say hear receive accept miss find worry wait meet lose doubt charge never always be stock restock announce welcome launch start begin';

/** Function words: never a verb. */
export const grammar =
  'today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday hours days working business minutes weeks closed open our next the a an and or but so because of to in on at by for from with about into than then that this these those it its as if when while our my your their his her me us him them not no yes hi hello hey dear sorry thanks also just still already soon now here there normally usually typically generally always often currently personally again all any every each more back very really once please too either both what how whether where who which well within until up out over off down only even first actually definitely certainly certainly';
