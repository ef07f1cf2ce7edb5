# results.json as GitHub Classroom's reporter reads it (before base64).
{
  version: 1,
  status: (if all(.exercises[]; .state == "solved") then "pass" else "fail" end),
  max_score: .maximum,
  tests: [
    .exercises[] | {
      name: .exercise,
      status: (if .state == "solved" then "pass" else "fail" end),
      score: .points,
      message: (.state + ", " + (.points | tostring) + "/" + (.maximum | tostring)),
      test_code: "",
      filename: "",
      line_no: 0,
      execution_time: (([.tests[].millis] | add // 0 | tostring) + "ms")
    }
  ]
}
