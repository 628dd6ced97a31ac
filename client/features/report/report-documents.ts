import { graphql } from '#client/gql/index.ts';

/** Everything the report page shows of a period. */
export const ReportPageDocument = graphql(`
  query ReportPage($input: ReportInput!, $by: ReportGrouping!, $step: ReportStep!) {
    report(input: $input) {
      ... on InvalidInput {
        message {
          nl
          en
        }
      }
      ... on Report {
        from
        to
        at
        total {
          ...ReportPage_figures
          firstTimeFix {
            rate {
              ...ReportPage_rate
            }
            medianMoments
            p90Moments
            medianTurns
          }
        }
        groups(by: $by) {
          ...ReportPage_group
        }
        wordings: groups(by: wording) {
          ...ReportPage_group
        }
        trend(step: $step) {
          ...ReportPage_group
        }
        hours {
          weekday
          hour
          turns
          reply {
            ...ReportPage_durations
          }
          inNorm {
            ...ReportPage_rate
          }
          keptRate {
            ...ReportPage_rate
          }
        }
        promisers {
          promiser
          kept
          keptLate
          missed
          open
          keptRate {
            ...ReportPage_rate
          }
          lateBy {
            ...ReportPage_durations
          }
        }
        promiseBars {
          upToMs
          promised
          real
        }
        leftOut {
          excused
          notNeeded
          waiting
          undecided
          machineMeanwhile
          ownClock
          superseded
          withdrawn
          open
          received
          sentByPeople
          sentByMachines
          platformDelay {
            ...ReportPage_durations
          }
          peopleDelay {
            ...ReportPage_durations
          }
          sendDelay {
            ...ReportPage_durations
          }
        }
      }
    }
  }
  fragment ReportPage_durations on DurationFigures {
    n
    medianMs
    p75Ms
    p90Ms
    p99Ms
  }
  fragment ReportPage_both on BothDurations {
    calendar {
      ...ReportPage_durations
    }
    openHours {
      ...ReportPage_durations
    }
  }
  fragment ReportPage_rate on RateFigures {
    n
    hits
    rate
    low
    high
  }
  fragment ReportPage_figures on ReportFigures {
    answered
    waiting
    waitingLate
    inNorm {
      ...ReportPage_rate
    }
    inUsual {
      ...ReportPage_rate
    }
    reply {
      ...ReportPage_both
    }
    firstResponse {
      ...ReportPage_both
    }
    resolution {
      ...ReportPage_both
    }
    promises {
      kept
      keptLate
      missed
      chased
      otherContact
      superseded
      withdrawn
      open
      keptRate {
        ...ReportPage_rate
      }
      promised {
        ...ReportPage_durations
      }
      real {
        ...ReportPage_durations
      }
    }
  }
  fragment ReportPage_group on ReportGroup {
    key
    label {
      nl
      en
    }
    wording
    figures {
      ...ReportPage_figures
    }
  }
`);

/** What a report can be filtered by: channels, versions of automatic replies, teams, agents. */
export const ReportChoicesDocument = graphql(`
  query ReportFilters {
    channelAccounts {
      id
      name
      channel {
        name
        label
      }
      autoReply {
        versions {
          id
        }
      }
    }
    teams {
      id
      name
    }
    users {
      id
      name
      role
    }
  }
`);
