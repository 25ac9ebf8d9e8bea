-- Where questions were counts like all else that is said of them (decision 45). Of each that is in the counts by now: those are the first, in
-- the order of their numbers, as many as were counted by their category.
INSERT INTO question_counts (month, variable, value, number)
  SELECT substr(at, 1, 7), 'place', coalesce(place, '-'), count(*)
  FROM (
    SELECT at, place FROM desk_questions ORDER BY number
    LIMIT (SELECT coalesce(sum(number), 0) FROM question_counts WHERE variable = 'category')
  )
  GROUP BY 1, 3;
